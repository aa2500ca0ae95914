import type { DifferenceCause } from '#core/figures/difference.ts';
import type { Words } from '#web/shell/words.tsx';
import type { Differences, Figure } from './figure-things.ts';

type Summary = NonNullable<Differences['summary']>;
type Told = Pick<Words, 'say' | 'format'>;

/** So many causes are told by name; what is more is told together. */
const MOST_CAUSES = 3;

/** How many facts changed for each cause, the most frequent first. */
export function causesOf(groups: Summary['groups']): (readonly [cause: DifferenceCause, facts: number])[] {
  const counts = new Map<DifferenceCause, number>();
  for (const { cause, facts } of groups) counts.set(cause, (counts.get(cause) ?? 0) + facts);
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** `9 Vorgänge wurden wieder geöffnet`. */
export function causeText(cause: DifferenceCause, facts: number, { say, format }: Told): string {
  return facts === 1
    ? say(`desk.figure.cause.${cause}.one`)
    : say(`desk.figure.cause.${cause}.many`, { n: format.whole(facts) });
}

/** `86,1 % am 5. Juli, heute 84,9 %: 9 Vorgänge wurden wieder geöffnet und 3 wurden als Spam markiert.` */
export function differenceSentence(
  { rows, groups }: Summary,
  figure: Figure,
  { date, words }: { readonly date: string; readonly words: Told },
): string {
  const { say, format } = words;
  const value = (given: number | null | undefined): string =>
    given == null ? say('desk.figure.then.noValue') : format.withUnit(given, figure);
  const [before, after] = [value(rows[0]?.before?.value), value(rows[0]?.after?.value)];
  const causes = causesOf(groups);
  if (causes.length === 0) return say('desk.figure.then.none', { date, value: after });
  const named = causes.slice(0, causes.length > MOST_CAUSES + 1 ? MOST_CAUSES : MOST_CAUSES + 1);
  const others = causes.slice(named.length).reduce((sum, [, facts]) => sum + facts, 0);
  const parts = named.map(([cause, facts]) => causeText(cause, facts, words));
  if (others > 0) parts.push(say('desk.figure.then.others', { n: format.whole(others) }));
  const last = parts.pop()!;
  const list = parts.length === 0 ? last : say('desk.figure.then.and', { list: parts.join(', '), last });
  if (before === after) return say('desk.figure.then.same', { value: after, date, causes: list });
  return say('desk.figure.then.says', { before, after, date, causes: list });
}
