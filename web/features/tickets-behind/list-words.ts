import type { DatePeriod } from '#core/periods/period-token.ts';
import type { LocalDate } from '#core/time/local-date.ts';
import type { Words } from '#web/shell/words.tsx';
import { lastingWords } from './filter-words.ts';
import type { FactTabs } from './list-rows.ts';
import type { ListSearch } from './list-search.ts';
import { periodWords } from './period-words.ts';
import type { FigureTold } from './shown-columns.ts';

/** The sentences around a list: what it holds, as a finding. */

type Saying = Pick<Words, 'sayLoosely' | 'format'>;

/** The period of a list and the day that is today there. */
export interface ListTime {
  readonly period: DatePeriod;
  readonly today: LocalDate;
}

/** A text with its number in the right form; `key` lacks its `.one` or `.many`. */
export function counted(
  key: string,
  n: number,
  { sayLoosely, format, ...more }: Saying & { readonly period?: string },
): string {
  const filling = { n: format.whole(n), ...(more.period === undefined ? {} : { period: more.period }) };
  return sayLoosely(`${key}.${n === 1 ? 'one' : 'many'}`, filling) ?? '';
}

/** When: what happened in a period, or what stood at its end. */
export function whenWords({ basis }: Pick<FigureTold, 'basis'>, { period, today }: ListTime, words: Saying): string {
  if (basis === 'flow') return periodWords('in', period, words);
  if (period.to <= today) return periodWords('at', period, words);
  return words.sayLoosely('desk.list.at.now', { date: words.format.date(Date.now()) }) ?? '';
}

/** How many facts the list must show: what the tabs say of its part. */
export function expectedRows({ tab, reason, success, beside, lasting }: ListSearch, tabs: FactTabs): number {
  if (beside !== undefined) return (tabs.beside as Readonly<Record<string, number>>)[beside] ?? 0;
  if (tab === 'left_out') return reason === undefined ? tabs.leftOut : (tabs.leftOutBy[reason] ?? 0);
  if (tab === 'undecided') return tabs.undecided;
  if (tab === 'immature') return tabs.immature;
  if (lasting !== undefined && tabs.lasting !== null) return tabs.lasting;
  if (success === undefined || tabs.judged === null) return tabs.counted;
  return success === 'true' ? tabs.judged.met : tabs.judged.missed;
}

/** The finding of a list as a sentence: "134 verfehlte Lösungsfristen im Juni 2026". */
export function listTitle(
  figure: Pick<FigureTold, 'id' | 'counts' | 'basis' | 'name' | 'kind' | 'unit' | 'digits'>,
  search: ListSearch,
  { n, time, words }: { readonly n: number; readonly time: ListTime; readonly words: Words },
): string {
  const period = whenWords(figure, time, words);
  const { tab, beside, success } = search;
  if (beside === undefined) {
    if (tab === 'left_out') return counted(`desk.list.leftOut.${leftOutKind(figure.counts)}`, n, { ...words, period });
    if (tab === 'undecided' || tab === 'immature') return counted(`desk.list.${tab}`, n, { ...words, period });
  }
  const what = counted(whatKey(figure, { beside, success }, words), n, words);
  const title = words.say('desk.list.title', { what, period });
  if (search.lasting === undefined) return title;
  return words.say('desk.list.titleLasting', { title, range: lastingWords(search.lasting, figure, words) });
}

function whatKey(
  { id, counts }: Pick<FigureTold, 'id' | 'counts'>,
  { beside, success }: { readonly beside: string | undefined; readonly success: string | undefined },
  { sayLoosely }: Saying,
): string {
  const own = [
    beside === undefined ? [] : `desk.list.noun.${beside}`,
    success === undefined ? [] : `desk.list.${success === 'true' ? 'met' : 'missed'}.${id}`,
    `desk.list.noun.${id}`,
  ].flat();
  return own.find((key) => sayLoosely(`${key}.many`) !== null) ?? `desk.list.noun.${counts}`;
}

function leftOutKind(counts: FigureTold['counts']): 'clock' | 'contact' | 'ticket' {
  return counts === 'clock' || counts === 'contact' ? counts : 'ticket';
}

/** What success and its lack are called with this figure: "eingehalten", "verfehlt". */
export function verdictWord(
  { id, counts }: Pick<FigureTold, 'id' | 'counts'>,
  isSuccess: boolean,
  { sayLoosely }: Saying,
): string {
  const key = `desk.list.${isSuccess ? 'metShort' : 'missedShort'}`;
  return sayLoosely(`${key}.${id}`) ?? sayLoosely(`${key}.${counts === 'clock' ? 'sla' : 'first'}`) ?? '';
}

/** Why a tab is empty: a title and a text. */
export function emptyWords(
  figure: Pick<FigureTold, 'basis'>,
  { tab = 'counted', success, lasting }: Pick<ListSearch, 'tab' | 'success' | 'lasting'>,
  { tabs, time, words }: { readonly tabs: FactTabs; readonly time: ListTime; readonly words: Saying },
): { readonly title: string; readonly text: string } {
  const isPart = tabs.counted > 0;
  const key = lasting !== undefined && isPart ? 'lasting' : success !== undefined && isPart ? 'met' : tab;
  const filling = { period: whenWords(figure, time, words), n: words.format.whole(tabs.counted) };
  return {
    title: words.sayLoosely(`desk.list.empty.${key}`, filling) ?? '',
    text: words.sayLoosely(`desk.list.empty.${key}Text`, filling) ?? '',
  };
}
