import './fields.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { formatLocalDate } from '#core/time/local-date.ts';
import { askApi } from '#web/shell/api.ts';
import { type Compared, type FigureSearch, periodOf } from '#web/shell/figure-search.ts';
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
import { type Dimension, filterParts, valueName, withFilter } from './dimension-words.ts';

/** Changes what stands in the address; what becomes undefined is taken out of it. */
type Change = (changes: { readonly [Name in keyof FigureSearch]?: FigureSearch[Name] | undefined }) => void;

interface ControlProps {
  readonly search: FigureSearch;
}

/** What the figures are compared with, filtered by, and as of when: all of it in the address. */
export function ViewControls({ search }: ControlProps) {
  const { say, format } = useWords();
  const today = useToday();
  const change = useChange(search);
  const isYear = periodOf(search, today).granularity === 'year';
  const choices: readonly Compared[] = ['previous', 'same_last_year', ...(isYear ? (['ytd'] as const) : []), 'none'];
  const compare = search.compare ?? 'previous';
  const filters = search.where?.length ?? 0;
  const known = search.asOf === undefined ? say('desk.cockpit.known.now') : format.date(`${search.asOf}T12:00:00Z`);
  return (
    <>
      <Menu
        label={say(`desk.cockpit.compare.${compare}`)}
        ariaLabel={`${say('desk.cockpit.compare')}: ${say(`desk.cockpit.compare.${compare}`)}`}
        entries={choices.map((id) => ({ id, label: say(`desk.cockpit.compare.${id}`) }))}
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
        <div className="cockpit-fields">
          <DateField
            label={say('desk.cockpit.known.label')}
            hint={say('desk.cockpit.known.hint')}
            value={search.asOf ?? formatLocalDate(today)}
            latest={formatLocalDate(today)}
            onChange={(date) => date !== null && change({ asOf: date })}
          />
          <Button isDisabled={search.asOf === undefined} onPress={() => change({ asOf: undefined })}>
            {say('desk.cockpit.known.clear')}
          </Button>
        </div>
      </Popover>
      <Button icon={<Icon name="print" />} onPress={() => window.print()}>
        {say('desk.print')}
      </Button>
    </>
  );
}

interface FilterFieldsProps extends ControlProps {
  readonly onChange: Change;
}

/** One field for each dimension with the values that tickets have. */
function FilterFields({ search, onChange }: FilterFieldsProps) {
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
          label={say(`desk.cockpit.dimension.${dimension}`)}
          value={chosenValue(search, dimension) ?? all}
          options={[
            { value: all, label: say('desk.cockpit.filter.all') },
            ...values.map(({ value, name, tickets }) => ({
              value,
              label: `${valueName({ dimension, value, name }, words)} · ${format.whole(tickets)}`,
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
        const known = dimensions.data?.dimensions.find((one) => one.dimension === dimension);
        const name = known?.values.find((one) => one.value === value)?.name ?? null;
        const label = words.sayLoosely(`desk.cockpit.dimension.${dimension}`) ?? dimension;
        const text = `${label}: ${valueName({ dimension: dimension as Dimension, value, name }, words)}`;
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

function useDimensions({ isWanted = true }: { readonly isWanted?: boolean } = {}) {
  return useQuery({
    queryKey: ['dimensions'],
    queryFn: ({ signal }) => askApi('listDimensions', { signal }),
    enabled: isWanted,
  });
}

function useChange(search: FigureSearch): Change {
  const navigate = useNavigate();
  return (changes) => {
    const changed = Object.entries({ ...search, ...changes }).filter(
      ([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0),
    );
    void navigate({ to: '/cockpit', search: Object.fromEntries(changed) as FigureSearch });
  };
}

function chosenValue({ where = [] }: FigureSearch, dimension: string): string | null {
  const filter = where.find((one) => filterParts(one).dimension === dimension);
  return filter === undefined ? null : filterParts(filter).value;
}
