import type { CountedValue } from '#core/import/column-survey.ts';
import { guessState } from '#core/import/guess-state.ts';
import { guessVerdict } from '#core/import/guess-verdict.ts';
import type { TicketState } from '#core/ticket/state.ts';

/** A mapping while it is made: the JSON of the command line's `--map`, perhaps half done. */
export type Draft = Readonly<Record<string, unknown>>;

/** What the menus ask about a column. */
export interface ColumnFacts {
  readonly name: string;
  readonly values: readonly CountedValue[] | null;
  readonly format: string | null;
}

/** The roles that have a menu each, in the groups of the page. */
export const ROLE_GROUPS = {
  ticket: ['ticket', 'subject'],
  times: ['at', 'createdAt', 'resolvedAt', 'closedAt', 'firstResponseAt'],
  split: ['service', 'team', 'priority', 'channel', 'level', 'type'],
  more: ['assignee', 'order', 'verdict'],
} as const;

export type Role = (typeof ROLE_GROUPS)[keyof typeof ROLE_GROUPS][number];

const END_ROLES: ReadonlySet<string> = new Set(['resolvedAt', 'closedAt']);
export const INSTANT_ROLES: ReadonlySet<string> = new Set(ROLE_GROUPS.times);

/** The column of a role; null when none is named. */
export function columnOf(draft: Draft, role: Role): string | null {
  const { column } = partOf(draft, role);
  return typeof column === 'string' ? column : null;
}

/** How the instants of a role are written. */
export function formatOf(draft: Draft, role: Role): string {
  const { format } = partOf(draft, role);
  return typeof format === 'string' ? format : 'iso';
}

/** The draft with another column for a role; null takes the role away. What went with the old column goes with it. */
export function withColumn(draft: Draft, role: Role, column: ColumnFacts | null): Draft {
  return withPart(draft, role, column === null ? undefined : partFor(role, column));
}

export function withFormat(draft: Draft, role: Role, format: string): Draft {
  return withPart(draft, role, { ...partOf(draft, role), format });
}

/** The columns of the status: none, one, or several whose values are joined. */
export function stateColumns(draft: Draft): readonly string[] {
  const { column } = objectOf(draft.state);
  return [column].flat().filter((name): name is string => typeof name === 'string');
}

/** The draft with other columns for the status. Values that are known keep their meaning, the others get a guess. */
export function withStateColumns(draft: Draft, columns: readonly string[], values: readonly CountedValue[]): Draft {
  const [first] = columns;
  if (first === undefined) return without(draft, 'state');
  const known = meanings(draft);
  const guessed = values.flatMap(({ value }) => {
    const state = known[value] ?? guessState(value);
    return state === null ? [] : [[value, state] as const];
  });
  const column = columns.length === 1 ? first : columns;
  return { ...draft, state: { ...objectOf(draft.state), column, values: Object.fromEntries(guessed) } };
}

/** What each value of the status means. */
export function meanings(draft: Draft): Readonly<Record<string, TicketState>> {
  return objectOf(objectOf(draft.state).values) as Record<string, TicketState>;
}

/**
 * What a joined value means: as listed, else as its first part. Null when nothing is said.
 */
export function meaningOf(draft: Draft, value: string): TicketState | null {
  const known = meanings(draft);
  return known[value] ?? known[value.split(' / ')[0] ?? ''] ?? null;
}

export function withMeaning(draft: Draft, value: string, state: TicketState | null): Draft {
  const { [value]: _, ...others } = meanings(draft);
  const values = state === null ? others : { ...others, [value]: state };
  return { ...draft, state: { ...objectOf(draft.state), values } };
}

/** What counts for values that are not listed; null: such rows are unreadable. */
export function unknownMeaning(draft: Draft): TicketState | null {
  const { unknown } = objectOf(draft.state);
  return typeof unknown === 'string' ? (unknown as TicketState) : null;
}

export function withUnknownMeaning(draft: Draft, state: TicketState | null): Draft {
  const { unknown: _, ...rest } = objectOf(draft.state);
  return { ...draft, state: state === null ? rest : { ...rest, unknown: state } };
}

/** The draft for the other kind of log; what only the kind before can say goes. */
export function withRows(draft: Draft, rows: 'event' | 'ticket'): Draft {
  const other: Draft = { ...without(draft, 'witnesses'), rows };
  return rows === 'event' ? other : without(without(without(other, 'activity'), 'empty'), 'order');
}

/** Values of the status that mean nothing yet and are read by nothing else. */
export function valuesWithoutMeaning(draft: Draft, values: readonly CountedValue[]): readonly CountedValue[] {
  if (unknownMeaning(draft) !== null) return [];
  const missing = missingTexts(draft);
  return values.filter(({ value }) => !missing.includes(value) && value !== '' && meaningOf(draft, value) === null);
}

/** Texts that mean "no value". */
export function missingTexts(draft: Draft): readonly string[] {
  return Array.isArray(draft.missing) ? draft.missing.map(String) : [];
}

/** Every column that the draft names. */
export function namedColumns(draft: Draft): ReadonlySet<string> {
  const roles = Object.values(ROLE_GROUPS).flat();
  const activity = objectOf(draft.activity).column;
  const named = [...roles.map((role) => columnOf(draft, role)), ...stateColumns(draft), activity];
  return new Set(named.filter((name): name is string => typeof name === 'string'));
}

function partFor(role: Role, { name, values, format }: ColumnFacts): Draft {
  if (INSTANT_ROLES.has(role)) return { column: name, format: format ?? 'iso' };
  if (role === 'verdict') return { column: name, ...verdictOf(values ?? []) };
  const isRanked = role === 'priority' && (values ?? []).every(({ value }) => /^\s*\d+\s*[-–:.)]\s*\D/.test(value));
  return isRanked && values !== null && values.length > 0 ? { column: name, take: 'digits' } : { column: name };
}

/** By their words; else the first value is taken as kept and the second as missed, for a person to look at. */
function verdictOf(values: readonly CountedValue[]): Draft {
  return guessVerdict(values) ?? { met: [values[0]?.value ?? 'true'], missed: [values[1]?.value ?? 'false'] };
}

function partOf(draft: Draft, role: Role): Draft {
  return objectOf(END_ROLES.has(role) ? objectOf(draft.end)[role] : draft[role]);
}

function withPart(draft: Draft, role: Role, part: Draft | undefined): Draft {
  if (!END_ROLES.has(role)) return part === undefined ? without(draft, role) : { ...draft, [role]: part };
  const end = part === undefined ? without(objectOf(draft.end), role) : { ...objectOf(draft.end), [role]: part };
  return Object.keys(end).length === 0 ? without(draft, 'end') : { ...draft, end };
}

function without(draft: Draft, key: string): Draft {
  const { [key]: _, ...rest } = draft;
  return rest;
}

function objectOf(value: unknown): Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Draft) : {};
}
