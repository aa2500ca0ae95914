import './fields.css';
import { useNavigate } from '@tanstack/react-router';
import { formatLocalDate } from '#core/time/local-date.ts';
import { dimensionName, toldName, valueName } from '#web/shell/dimension-words.ts';
import { useDimensions } from '#web/shell/figure-queries.ts';
import {
  type Compared,
  changedSearch,
  comparisonsOf,
  type FigureSearch,
  filterParts,
  type SearchChange,
  withFilter,
} from '#web/shell/figure-search.ts';
import { useToday } from '#web/shell/today.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Menu } from '#web/ui/menu.tsx';
import { Popover } from '#web/ui/popover.tsx';
import { Select } from '#web/ui/select.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';

/** Changes what stands in the address. */
type Change = (changes: SearchChange) => void;

interface ControlProps {
  readonly search: FigureSearch;
}

/** What the figures are compared with, filtered by, and as of when: all of it in the address. */
export function ViewControls({ search }: ControlProps) {
  const { say, format } = useWords();
  const today = useToday();
  const change = useChange(search);
  const compare = search.compare ?? 'previous';
  const filters = search.where?.length ?? 0;
  const known = search.asOf === undefined ? say('desk.cockpit.known.now') : format.date(`${search.asOf}T12:00:00Z`);
  return (
    <>
      <Menu
        label={say(`desk.cockpit.compare.${compare}`)}
        ariaLabel={`${say('desk.cockpit.compare')}: ${say(`desk.cockpit.compare.${compare}`)}`}
        entries={comparisonsOf(search, today).map((id) => ({ id, label: say(`desk.cockpit.compare.${id}`) }))}
        selected={compare}
        onAction={(id) => change({ compare: id === 'previous' ? undefined : (id as Compared) })}
      />
      <Popover
        label={filters === 0 ? say('desk.cockpit.filter') : say('desk.cockpit.filter.many', { n: filters })}
        title={say('desk.cockpit.filter')}
      >
        <FilterFields search={search} onChange={change} />
      </Popover>
      <Popover label={`${say('desk.cockpit.known')}: ${known}`} title={say('desk.cockpit.known')}>
        <KnownFields search={search} onChange={change} />
      </Popover>
      <Button icon={<Icon name="print" />} onPress={() => window.print()}>
        {say('desk.print')}
      </Button>
    </>
  );
}

/** As known at the end of which day. */
export function KnownFields({ search, onChange }: FieldsProps) {
  const { say } = useWords();
  const today = useToday();
  return (
    <div className="cockpit-fields">
      <DateField
        label={say('desk.cockpit.known.label')}
        hint={say('desk.cockpit.known.hint')}
        value={search.asOf ?? formatLocalDate(today)}
        latest={formatLocalDate(today)}
        onChange={(date) => date !== null && onChange({ asOf: date })}
      />
      <Button isDisabled={search.asOf === undefined} onPress={() => onChange({ asOf: undefined })}>
        {say('desk.cockpit.known.clear')}
      </Button>
    </div>
  );
}

interface FieldsProps extends ControlProps {
  readonly onChange: Change;
}

/** One field for each dimension with the values that tickets have. */
function FilterFields({ search, onChange }: FieldsProps) {
  const words = useWords();
  const { say, format } = words;
  const dimensions = useDimensions();
  if (dimensions.isError) {
    return (
      <ErrorState title={say('desk.problem.part')} error={dimensions.error} onRetry={() => void dimensions.refetch()} />
    );
  }
  if (!dimensions.data) return <Skeleton width={240} height={320} />;
  const all = '(all)';
  return (
    <div className="cockpit-fields">
      {dimensions.data.dimensions.map(({ dimension, values }) => (
        <Select
          key={dimension}
          label={dimensionName(dimension, words)}
          value={chosenValue(search, dimension) ?? all}
          options={[
            { value: all, label: say('desk.cockpit.filter.all') },
            ...values.map(({ value, name, tickets }) => ({
              value,
              label: `${valueName({ dimension, value, name }, words)}${tickets === 0 ? '' : ` · ${format.whole(tickets)}`}`,
            })),
          ]}
          onChange={(value) =>
            onChange({ where: withFilter(search.where, { dimension, value: value === all ? null : value }) })
          }
        />
      ))}
      <Button isDisabled={(search.where?.length ?? 0) === 0} onPress={() => onChange({ where: undefined })}>
        {say('desk.cockpit.filter.clear')}
      </Button>
    </div>
  );
}

/** The filters that are set, each to be taken away. */
export function FilterChips({ search }: ControlProps) {
  const words = useWords();
  const change = useChange(search);
  const isFiltered = (search.where?.length ?? 0) > 0;
  const dimensions = useDimensions({ isWanted: isFiltered });
  if (!isFiltered) return null;
  return (
    <div className="cockpit-chips">
      {search.where?.map((filter) => {
        const { dimension, value } = filterParts(filter);
        const name = toldName(dimensions.data?.dimensions ?? [], { dimension, value });
        const text = `${dimensionName(dimension, words)}: ${valueName({ dimension, value, name }, words)}`;
        return (
          <Chip
            key={filter}
            removeLabel={words.say('desk.cockpit.filter.remove', { filter: text })}
            onRemove={() => change({ where: withFilter(search.where, { dimension, value: null }) })}
          >
            {text}
          </Chip>
        );
      })}
    </div>
  );
}

function useChange(search: FigureSearch): Change {
  const navigate = useNavigate();
  return (changes) => {
    void navigate({ to: '/cockpit', search: changedSearch(search, changes) });
  };
}

function chosenValue({ where = [] }: FigureSearch, dimension: string): string | null {
  const filter = where.find((one) => filterParts(one).dimension === dimension);
  return filter === undefined ? null : filterParts(filter).value;
}
