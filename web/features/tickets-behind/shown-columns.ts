import type { Answer } from '#web/shell/api.ts';
import { type ListRow, ownValue } from './list-rows.ts';
import type { ListTab } from './list-search.ts';

/*
 * Which columns a list has: those that every list has, then those of its figure. What is promised stands beside what
 * happened wherever a figure counts clocks.
 */

export type FigureTold = Answer<'listFigures'>['figures'][number];

/** How a value is written. */
export type ColumnKind =
  | 'number'
  | 'subject'
  | 'text'
  | 'priority'
  | 'level'
  | 'state'
  | 'clock'
  | 'cause'
  | 'verdict'
  | 'movement'
  | 'moment'
  | 'duration'
  | 'days'
  | 'late'
  | 'plot'
  | 'reason'
  | 'why'
  | 'by'
  | 'flag'
  | 'count';

export interface ListColumn {
  /** What it is sorted by; the name of a field of the fact. */
  readonly id: string;
  readonly kind: ColumnKind;
  /** What it is called; the name of a text. */
  readonly heading: string;
  /** Least width in pixels; `grow` shares what is left. */
  readonly width: number;
  readonly grow: number;
  readonly isEnd: boolean;
  /** Where there is little room the highest go first; 0 stays. */
  readonly leaves: number;
}

type Look = Partial<Pick<ListColumn, 'grow' | 'isEnd' | 'leaves'>>;

function column(id: string, kind: ColumnKind, width: number, { grow = 0, isEnd = false, leaves = 0 }: Look = {}) {
  return { id, kind, heading: id, width, grow, isEnd, leaves };
}

const ticket = column('ticket', 'number', 62);
const subject = column('subject', 'subject', 232, { grow: 4 });
const customer = column('customer', 'text', 142, { grow: 1, leaves: 3 });
const service = column('service', 'text', 148, { grow: 1, leaves: 4 });
const team = column('team', 'text', 120, { grow: 1, leaves: 6 });
const priority = column('priority', 'priority', 34, { leaves: 2 });
const state = column('state', 'state', 92, { leaves: 5 });
const plot = column('plot', 'plot', 152);
const late = column('lateSeconds', 'late', 84, { isEnd: true });

/** Own columns of all kinds of facts and how they are written; what stands in every list anyway is missing. */
const OWN: Readonly<Record<string, ListColumn>> = {
  at: column('at', 'moment', 102, { isEnd: true }),
  createdAt: column('createdAt', 'moment', 102, { isEnd: true }),
  clock: column('clock', 'clock', 104, { leaves: 1 }),
  cause: column('cause', 'cause', 132, { leaves: 7 }),
  verdict: column('verdict', 'verdict', 80, { leaves: 7 }),
  dueAt: column('dueAt', 'moment', 102, { isEnd: true, leaves: 1 }),
  stoppedAt: column('stoppedAt', 'moment', 102, { isEnd: true, leaves: 1 }),
  waivedAt: column('waivedAt', 'moment', 102, { isEnd: true }),
  atRiskFrom: column('atRiskFrom', 'moment', 102, { isEnd: true }),
  reopenedAt: column('reopenedAt', 'moment', 104, { isEnd: true }),
  furtherContactAt: column('furtherContactAt', 'moment', 104, { isEnd: true, leaves: 7 }),
  channel: column('channel', 'text', 84),
  level: column('level', 'level', 70),
  escalation: column('escalation', 'text', 100),
  movement: column('movement', 'movement', 110),
  humanReplyCount: column('humanReplyCount', 'count', 84, { isEnd: true }),
  contactCount: column('contactCount', 'count', 78, { isEnd: true }),
  pausedSeconds: column('pausedSeconds', 'duration', 90, { isEnd: true }),
  unresolvedSeconds: column('unresolvedSeconds', 'duration', 90, { isEnd: true }),
  isOwned: column('isOwned', 'flag', 96),
  hasReason: column('hasReason', 'flag', 92),
  isInTime: column('isInTime', 'flag', 92),
};

const LEFT_OUT: readonly ListColumn[] = [
  ticket,
  subject,
  customer,
  column('reason', 'reason', 118),
  column('why', 'why', 180, { grow: 3 }),
  column('by', 'by', 120, { grow: 1, leaves: 2 }),
  column('leftOutAt', 'moment', 102, { isEnd: true }),
];

/** What stands beside the promise line instead of in columns of its own. */
const TOLD_BY_LINE: ReadonlySet<string> = new Set(['verdict', 'cycle', 'cause']);

export interface ColumnsWanted {
  /** Names of the columns that the facts have. */
  readonly own: readonly string[];
  /** Dimensions that the list is filtered by: all rows have the same. */
  readonly filtered: readonly string[];
  /** Whether all rows are of the same clock. */
  readonly isOneClock: boolean;
  /** Which part of a share is shown; undefined for both. */
  readonly success?: 'true' | 'false' | undefined;
}

/** What the distance from the promise is called: those missed are late, those met have time left. */
const DISTANCES = { true: 'timeLeft', false: 'lateSeconds', both: 'distance' } as const;

/**
 * The columns of a list, in their order.
 *
 * @param figure what the API tells of the figure
 */
export function columnsOf(
  { kind, counts, basis, unit }: Pick<FigureTold, 'kind' | 'counts' | 'basis' | 'unit'>,
  tab: ListTab,
  { own, filtered, isOneClock, success }: ColumnsWanted,
): readonly ListColumn[] {
  if (tab === 'left_out') return LEFT_OUT;
  const isLine = counts === 'clock' && basis === 'flow' && tab !== 'undecided';
  const ownColumns = own
    .filter((name) => !(isLine && TOLD_BY_LINE.has(name)) && !(name === 'clock' && isOneClock))
    .flatMap((name) => OWN[name] ?? []);
  const line = isLine ? [plot, { ...late, heading: DISTANCES[success ?? 'both'] }] : [];
  const time = kind === 'duration' ? [timeColumn(unit)] : [];
  const columns = [ticket, subject, customer, service, priority, ...ownColumns, ...line, ...time, team, state];
  return columns.filter(({ id }) => !filtered.includes(id));
}

function timeColumn(unit: string): ListColumn {
  return column('seconds', unit === 'days' ? 'days' : 'duration', 96, { isEnd: true });
}

/** The columns that fit into a width in pixels: those leave first that say least here. */
export function fittingColumns(columns: readonly ListColumn[], width: number): readonly ListColumn[] {
  const shown = [...columns];
  const needed = (): number => shown.reduce((sum, one) => sum + one.width, 0);
  while (needed() > width) {
    const first = Math.max(...shown.map(({ leaves }) => leaves));
    if (first === 0) break;
    shown.splice(
      shown.findLastIndex(({ leaves }) => leaves === first),
      1,
    );
  }
  return shown;
}

/** The tracks of a grid with these columns. */
export function tracksOf(columns: readonly ListColumn[]): string {
  return columns.map(({ width, grow }) => (grow === 0 ? `${width}px` : `minmax(${width}px, ${grow}fr)`)).join(' ');
}

/** By which column a list is sorted unless somebody chose: the latest first where there is a promise line. */
export function firstSorting(columns: readonly ListColumn[]): string | undefined {
  return columns.some(({ kind }) => kind === 'plot') ? '-lateSeconds' : undefined;
}

/** Whether all of these rows are of one clock, so that a column for it would say nothing. */
export function isOneClock(rows: readonly ListRow[]): boolean {
  return new Set(rows.map(({ fact }) => ownValue(fact, 'clock'))).size <= 1;
}
