import { zoneOf } from '../time/zone.ts';
import { COLUMN_ROLES, type ColumnRole, nameFit } from './column-roles.ts';
import type { SurveyedColumn } from './column-survey.ts';
import { guessFormat } from './guess-format.ts';
import { guessState } from './guess-state.ts';
import { guessVerdict } from './guess-verdict.ts';
import type { Activity } from './source-row.ts';

/** A column with instants, and how they are written. */
interface InstantGuess {
  readonly column: string;
  readonly format: string;
}

interface ColumnGuess {
  readonly column: string;
  readonly take?: 'digits';
}

/** A guess at a mapping: JSON as people write it (docs/import.md). What nothing speaks for is left out. */
export interface MappingGuess {
  readonly source: string;
  readonly rows: 'event' | 'ticket';
  readonly delimiter: string;
  readonly encoding: string;
  readonly missing?: readonly string[];
  readonly timeZone: string;
  readonly ticket?: { readonly column: string };
  readonly subject?: { readonly column: string };
  readonly at?: InstantGuess;
  readonly order?: { readonly column: string };
  readonly createdAt?: InstantGuess;
  readonly state?: { readonly column: string; readonly values: Readonly<Record<string, string>> };
  readonly end?: { readonly resolvedAt?: InstantGuess; readonly closedAt?: InstantGuess };
  readonly firstResponseAt?: InstantGuess;
  readonly activity?: { readonly column: string; readonly values: Readonly<Record<string, Activity>> };
  readonly team?: ColumnGuess;
  readonly service?: ColumnGuess;
  readonly priority?: ColumnGuess;
  readonly channel?: ColumnGuess;
  readonly level?: ColumnGuess;
  readonly type?: ColumnGuess;
  readonly assignee?: ColumnGuess;
  readonly verdict?: { readonly column: string; readonly met: readonly string[]; readonly missed: readonly string[] };
}

export interface SurveyedLog {
  readonly columns: readonly SurveyedColumn[];
  readonly rows: number;
  readonly delimiter: string;
  readonly encoding: string;
}

/** Texts that stand for "no value" in one system or another. */
const MISSING = ['?', '-', '--', 'n/a', 'N/A', 'NULL', 'null', '(null)', '(empty)', '(leer)'];
const INSTANT_ROLES: ReadonlySet<ColumnRole> = new Set([
  'at',
  'createdAt',
  'resolvedAt',
  'closedAt',
  'firstResponseAt',
]);
const ACTIVITIES: readonly (readonly [RegExp, Activity])[] = [
  [/\b(?:manager|management|hierarch)\w*|\beskaliert\b|\bescalated\b/i, 'escalation'],
  [
    /\b(?:message|mail|call|reply|comment|nachricht|anruf)\b.*\b(?:from|by|von|vom)\b.*\b(?:customer|user|caller|requester|kunden?|anwender|melder)\b/i,
    'contact',
  ],
  [/\b(?:reply|answer|response|antwort)\b.*\b(?:to|an)\b|\bpublic (?:reply|comment)\b|\bagent reply\b/i, 'reply'],
];

/**
 * Guesses what the columns of a log mean, by their names and by what stands in them. `source` and `timeZone` are taken
 * as given, for no column tells them. Nothing is invented: a status whose words say nothing is left for a person.
 */
export function guessMapping(
  log: SurveyedLog,
  { source, timeZone }: { readonly source: string; readonly timeZone: string },
): MappingGuess {
  const missing = MISSING.filter((text) => log.columns.some(({ sample }) => sample.includes(text)));
  const columns = log.columns.map((column) => withoutMissing(column, missing));
  const formats = new Map(columns.map((column) => [column.name, guessFormat(column.sample, zoneOf(timeZone))]));
  const chosen = columnsByRole(columns, formats);
  const name = (role: ColumnRole): string | undefined => chosen.get(role)?.name;
  const instantAt = (role: ColumnRole): InstantGuess | undefined => {
    const column = name(role);
    const format = column === undefined ? null : formats.get(column);
    return column === undefined || !format ? undefined : { column, format };
  };
  const ticket = chosen.get('ticket');
  const rows = ticket === undefined || ticket.isRepeated ? 'event' : 'ticket';
  const resolvedAt = instantAt('resolvedAt');
  const closedAt = instantAt('closedAt');
  const end = { ...(resolvedAt && { resolvedAt }), ...(closedAt && { closedAt }) };
  const plain = (role: ColumnRole) => columnGuess(chosen.get(role));
  return dropUndefined({
    source,
    rows,
    delimiter: log.delimiter,
    encoding: log.encoding,
    missing: missing.length > 0 ? missing : undefined,
    timeZone,
    ticket: ticket && { column: ticket.name },
    subject: name('subject') === undefined ? undefined : { column: name('subject')! },
    at: instantAt('at'),
    order: rows === 'event' && name('order') !== undefined ? { column: name('order')! } : undefined,
    createdAt: instantAt('createdAt'),
    state: stateGuess(chosen.get('state')),
    end: resolvedAt || closedAt ? end : undefined,
    firstResponseAt: instantAt('firstResponseAt'),
    activity: rows === 'event' ? activityGuess(chosen.get('activity')) : undefined,
    team: plain('team'),
    service: plain('service'),
    priority: plain('priority'),
    channel: plain('channel'),
    level: plain('level'),
    type: plain('type'),
    assignee: plain('assignee'),
    verdict: verdictGuess(chosen.get('verdict')),
  });
}

/** The best column of each role. A column has one role; where two roles want it, the earlier in the list has it. */
function columnsByRole(
  columns: readonly SurveyedColumn[],
  formats: ReadonlyMap<string, string | null>,
): ReadonlyMap<ColumnRole, SurveyedColumn> {
  const wishes = COLUMN_ROLES.flatMap((role) =>
    columns
      .filter((column) => holds(role, column, formats.get(column.name) ?? null))
      .map((column) => ({ role, column, fit: nameFit(role, column.name) }))
      .filter(({ fit }) => fit > 0),
  ).sort((a, b) => b.fit - a.fit);
  const chosen = new Map<ColumnRole, SurveyedColumn>();
  const taken = new Set<SurveyedColumn>();
  for (const { role, column } of wishes) {
    if (chosen.has(role) || taken.has(column)) continue;
    chosen.set(role, column);
    taken.add(column);
  }
  byValues(columns, formats, { chosen, taken });
  return chosen;
}

/** What no name tells, some values do: an id that looks like one, the only instants, words of states. */
function byValues(
  columns: readonly SurveyedColumn[],
  formats: ReadonlyMap<string, string | null>,
  { chosen, taken }: { readonly chosen: Map<ColumnRole, SurveyedColumn>; readonly taken: Set<SurveyedColumn> },
): void {
  const take = (role: ColumnRole, fits: (column: SurveyedColumn) => boolean): void => {
    const column = chosen.has(role) ? undefined : columns.find((one) => !taken.has(one) && fits(one));
    if (column === undefined) return;
    chosen.set(role, column);
    taken.add(column);
  };
  take('ticket', ({ sample }) => mostly(sample, (value) => /^[A-Z]{1,10}[-_ ]?\d{1,12}$/.test(value)));
  take('state', ({ values }) =>
    mostly(
      (values ?? []).map(({ value }) => value),
      (value) => guessState(value) !== null,
    ),
  );
  if (!chosen.has('createdAt')) take('at', ({ name }) => formats.get(name) !== null);
}

/** Whether the values of a column can be what the role needs. */
function holds(role: ColumnRole, column: SurveyedColumn, format: string | null): boolean {
  const { values, sample } = column;
  if (INSTANT_ROLES.has(role)) return format !== null;
  switch (role) {
    case 'ticket':
      return sample.length > 0;
    case 'order':
      return mostly(sample, (value) => /^-?\d{1,15}$/.test(value), 1);
    case 'level':
      return values !== null && mostly(sample, (value) => /\d/.test(value), 1);
    case 'verdict':
      return values !== null && values.length <= 2 && guessVerdict(values) !== null;
    case 'activity':
    case 'state':
    case 'priority':
    case 'channel':
    case 'type':
      return values !== null && values.length > 0 && format === null;
    default:
      return sample.length > 0 && format === null;
  }
}

function mostly(values: readonly string[], is: (value: string) => boolean, part = 0.7): boolean {
  return values.length > 0 && values.filter(is).length >= part * values.length;
}

function columnGuess(column: SurveyedColumn | undefined): ColumnGuess | undefined {
  if (column === undefined) return undefined;
  const isRanked = mostly(column.sample, (value) => /^\s*\d+\s*[-–:.)]\s*\D/.test(value), 1);
  return { column: column.name, ...(isRanked && nameFit('priority', column.name) > 0 ? { take: 'digits' } : {}) };
}

function stateGuess(column: SurveyedColumn | undefined): MappingGuess['state'] {
  if (column === undefined) return undefined;
  const known = (column.values ?? []).flatMap(({ value }) => {
    const state = guessState(value);
    return state === null ? [] : [[value, state] as const];
  });
  return { column: column.name, values: Object.fromEntries(known) };
}

function activityGuess(column: SurveyedColumn | undefined): MappingGuess['activity'] {
  const known = (column?.values ?? []).flatMap(({ value }) => {
    const activity = ACTIVITIES.find(([pattern]) => pattern.test(value))?.[1];
    return activity === undefined ? [] : [[value, activity] as const];
  });
  return column === undefined || known.length === 0
    ? undefined
    : { column: column.name, values: Object.fromEntries(known) };
}

function verdictGuess(column: SurveyedColumn | undefined): MappingGuess['verdict'] {
  const verdict = guessVerdict(column?.values ?? []);
  return column === undefined || verdict === null ? undefined : { column: column.name, ...verdict };
}

function withoutMissing(column: SurveyedColumn, missing: readonly string[]): SurveyedColumn {
  if (missing.length === 0) return column;
  return {
    ...column,
    examples: column.examples.filter((value) => !missing.includes(value)),
    values: column.values?.filter(({ value }) => !missing.includes(value)) ?? null,
    sample: column.sample.filter((value) => !missing.includes(value)),
  };
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

function dropUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>;
}
