import { useNavigate } from '@tanstack/react-router';
import { firstDateOf, type Granularity, shiftPeriods } from '#core/periods/granularity.ts';
import { periodTokenOf } from '#core/periods/period-token.ts';
import { addDays, datePartsOf, type LocalDate } from '#core/time/local-date.ts';
import { KnownFields } from '#web/features/cockpit/view-controls.tsx';
import { type Dimensions, dimensionName, valueName } from '#web/shell/dimension-words.ts';
import {
  type Compared,
  changedSearch,
  comparisonsOf,
  type FigureSearch,
  filterParts,
  periodOf,
  type SearchChange,
  withFilter,
} from '#web/shell/figure-search.ts';
import { useToday } from '#web/shell/today.ts';
import { useWords } from '#web/shell/words.tsx';
import { periodName, periodText } from '#web/ui/charts/period-words.ts';
import { Chip } from '#web/ui/chip.tsx';
import { ChipMenu } from '#web/ui/chip-menu.tsx';
import { Popover } from '#web/ui/popover.tsx';
import type { Figure } from './figure-things.ts';
import { filterText } from './figure-words.ts';

const LISTED = 26;
const LENGTHS = ['week', 'month', 'quarter', 'year'] as const satisfies readonly Granularity[];

export interface FigureControlsProps {
  readonly figure: Figure;
  readonly search: FigureSearch;
  readonly dimensions: Dimensions;
  /** What the figure is split by, chosen or by its nature; null: it cannot be split. */
  readonly split: string | null;
}

/** Period, split, filters, comparison and as-of as chips; all of it stands in the address. */
export function FigureControls(props: FigureControlsProps) {
  return (
    <div className="figure-chips no-print">
      <PeriodChip {...props} />
      <SplitChip {...props} />
      <FilterChips {...props} />
      <CompareChip {...props} />
      <KnownChip {...props} />
    </div>
  );
}

/** Changes what stands in the address. */
function useFigureChange(id: string, search: FigureSearch) {
  const navigate = useNavigate();
  return (changes: SearchChange): void => {
    const changed = changedSearch(search, changes);
    void navigate({ to: '/cockpit/$figure', params: { figure: id }, search: changed, resetScroll: false });
  };
}

function PeriodChip({ figure, search }: FigureControlsProps) {
  const words = useWords();
  const { say } = words;
  const today = useToday();
  const change = useFigureChange(figure.id, search);
  const chosen = periodOf(search, today);
  const by = chosen.granularity ?? 'month';
  const last = addDays(chosen.to, -1);
  const entries = lastPeriods(by, today).map((from) => ({
    id: periodTokenOf(by, from),
    label: periodName(datePartsOf(from), by, { words }),
  }));
  // A year that is chosen leads to its last month that has begun.
  const day = Math.min(last, today) as LocalDate;
  const lengths = LENGTHS.filter((length) => length !== chosen.granularity).map((length) => {
    const first = firstDateOf(length, day);
    const period = periodName(datePartsOf(first), length, { words });
    return { id: periodTokenOf(length, first), label: `${say(`desk.cockpit.length.${length}`)}: ${period}` };
  });
  return (
    <ChipMenu
      entries={[...lengths, ...entries]}
      selected={chosen.granularity === null ? null : periodTokenOf(by, chosen.from)}
      onAction={(period) => change({ period })}
    >
      {periodText(chosen, words)}
    </ChipMenu>
  );
}

function lastPeriods(by: Granularity, today: LocalDate): LocalDate[] {
  const now = firstDateOf(by, today);
  return Array.from({ length: LISTED }, (_, back) => shiftPeriods(by, now, -back));
}

function SplitChip({ figure, search, split }: FigureControlsProps) {
  const words = useWords();
  const change = useFigureChange(figure.id, search);
  if (split === null) return null;
  return (
    <ChipMenu
      entries={figure.splitBy.map((id) => ({ id, label: dimensionName(id, words) }))}
      selected={split}
      onAction={(id) => change({ split: id })}
    >
      {words.say('desk.figure.split', { dimension: dimensionName(split, words) })}
    </ChipMenu>
  );
}

/** The filters that are set, each to be taken away, and the values of every dimension to add one. */
function FilterChips({ figure, search, dimensions }: FigureControlsProps) {
  const words = useWords();
  const { say, format } = words;
  const change = useFigureChange(figure.id, search);
  const where = search.where ?? [];
  const set = new Set(where.map((filter) => filterParts(filter).dimension));
  const free = dimensions.filter(({ dimension }) => !set.has(dimension));
  return (
    <>
      {where.map((filter) => {
        const text = filterText(filter, { dimensions, words });
        const { dimension } = filterParts(filter);
        return (
          <Chip
            key={filter}
            removeLabel={say('desk.cockpit.filter.remove', { filter: text })}
            onRemove={() => change({ where: withFilter(search.where, { dimension, value: null }) })}
          >
            {text}
          </Chip>
        );
      })}
      <ChipMenu
        entries={free.flatMap(({ dimension, values }) =>
          values.map(({ value, name, tickets }) => ({
            id: `${dimension}=${value}`,
            label: `${dimensionName(dimension, words)}: ${valueName({ dimension, value, name }, words)}`,
            ...(tickets === 0 ? {} : { aside: format.whole(tickets) }),
          })),
        )}
        selected={null}
        onAction={(filter) => change({ where: withFilter(search.where, filterParts(filter)) })}
      >
        {where.length === 0 ? say('desk.figure.filters') : say('desk.cockpit.filter')}
      </ChipMenu>
    </>
  );
}

function CompareChip({ figure, search }: FigureControlsProps) {
  const { say } = useWords();
  const today = useToday();
  const change = useFigureChange(figure.id, search);
  const compare = search.compare ?? 'previous';
  return (
    <ChipMenu
      entries={comparisonsOf(search, today).map((id) => ({ id, label: say(`desk.cockpit.compare.${id}`) }))}
      selected={compare}
      onAction={(id) => change({ compare: id === 'previous' ? undefined : (id as Compared) })}
    >
      {say('desk.figure.compare', { compared: say(`desk.cockpit.compare.${compare}`) })}
    </ChipMenu>
  );
}

function KnownChip({ figure, search }: FigureControlsProps) {
  const { say, format } = useWords();
  const change = useFigureChange(figure.id, search);
  const known = search.asOf === undefined ? say('desk.cockpit.known.now') : format.date(`${search.asOf}T12:00:00Z`);
  return (
    <Popover label={say('desk.figure.known', { date: known })} title={say('desk.cockpit.known')}>
      <KnownFields search={search} onChange={change} />
    </Popover>
  );
}
