import { foreignText } from '#text/foreign-text.ts';
import { priorityText } from '#web/shell/dimension-words.ts';
import type { Words } from '#web/shell/words.tsx';
import { type Fact, type ListRow, ownValue } from './list-rows.ts';
import type { FigureTold, ListColumn } from './shown-columns.ts';

/** The values of a list in words: one definition for the grid, the cards, the plain table, the print and the search. */

type Saying = Pick<Words, 'sayLoosely' | 'format'>;

/** What a cell says; '' for nothing. The promise line is drawn, in words it is the column beside it. */
export function cellText(row: ListRow, { id, kind }: Pick<ListColumn, 'id' | 'kind'>, words: Saying): string {
  const { fact } = row;
  const { sayLoosely, format } = words;
  const own = ownValue(fact, id);
  switch (kind) {
    case 'number':
      return String(fact.ticket);
    case 'subject':
      return foreignText(fact.subject ?? sayLoosely('desk.list.untitled') ?? '');
    case 'text':
      return foreignText(nameIn(row, id) ?? sayLoosely(`desk.list.${id}.${own}`) ?? (own === null ? '' : String(own)));
    case 'priority':
      return priorityText(fact.priority);
    case 'level':
      return fact.level === null ? '' : (sayLoosely('desk.list.level', { level: fact.level }) ?? '');
    case 'state':
      return sayLoosely(`ticketState.${fact.state}`) ?? fact.state;
    case 'clock':
    case 'cause':
    case 'verdict':
    case 'movement':
      return own === null ? '' : (sayLoosely(`desk.list.${kind}.${own}`) ?? String(own));
    case 'moment':
      // A target that was shortened after it was used up never came due.
      if (id === 'dueAt' && own === null && ownValue(fact, 'cause') === 'target_change') {
        return sayLoosely('desk.list.dueShortened') ?? '';
      }
      return momentText(id === 'leftOutAt' ? (fact.leftOut?.at ?? null) : own, format);
    case 'duration':
    case 'days':
      return timeText(id === 'seconds' ? fact.seconds : own, kind, format);
    case 'late':
      return lateText(fact, words);
    case 'plot':
      return '';
    case 'reason':
      return fact.reason === null ? '' : (sayLoosely(`reason.${fact.reason}`) ?? fact.reason);
    case 'why':
      return whyText(fact, words);
    case 'by':
      return byText(fact, words);
    case 'flag':
      return own === null ? '' : (sayLoosely(own === true ? 'desk.list.yes' : 'desk.list.no') ?? '');
    case 'count':
      return typeof own === 'number' ? format.whole(own) : '';
  }
}

/** The heading of a column; an instant is called by what happened then. */
export function headingOf(
  { heading }: Pick<ListColumn, 'heading'>,
  { counts }: Pick<FigureTold, 'counts'>,
  words: Saying,
): string {
  return (
    words.sayLoosely(`desk.list.column.${heading}.${counts}`) ??
    words.sayLoosely(`desk.list.column.${heading}`) ??
    heading
  );
}

/** Late or early as a sentence for those who do not see the line: "3:20 Stunden übrig". */
export function lateSentence(fact: Fact, { sayLoosely, format }: Saying): string {
  const { lateSeconds } = fact;
  if (lateSeconds === null) return unknownLate(fact, { sayLoosely, format });
  const time = format.hours(Math.abs(lateSeconds));
  return sayLoosely(lateSeconds > 0 ? 'desk.list.late' : 'desk.list.left', { time }) ?? '';
}

/** Words of a fact that only the language knows, to be found by. */
export function foundBy(fact: Fact, words: Saying): readonly string[] {
  const state = words.sayLoosely(`ticketState.${fact.state}`) ?? fact.state;
  if (fact.reason === null) return [state, priorityText(fact.priority)];
  const reason = words.sayLoosely(`reason.${fact.reason}`) ?? fact.reason;
  return [state, reason, whyText(fact, words), byText(fact, words)];
}

function nameIn({ customerName, serviceName, teamName }: ListRow, id: string): string | null {
  switch (id) {
    case 'customer':
      return customerName;
    case 'service':
      return serviceName;
    case 'team':
      return teamName;
    default:
      return null;
  }
}

function momentText(value: string | number | boolean | null, format: Words['format']): string {
  return typeof value === 'string' ? format.shortMoment(value) : '';
}

function timeText(value: string | number | boolean | null, kind: 'duration' | 'days', format: Words['format']): string {
  if (typeof value !== 'number') return '';
  return kind === 'days' ? format.decimal(value / 86_400, 1) : format.hours(value);
}

function lateText(fact: Fact, words: Saying): string {
  const { lateSeconds } = fact;
  if (lateSeconds === null) return unknownLate(fact, words);
  const text = words.format.hours(lateSeconds);
  return lateSeconds > 0 ? `+${text}` : text;
}

/** A clock that was missed and still runs; one whose source tells only the verdict. */
function unknownLate(fact: Fact, { sayLoosely }: Saying): string {
  const key = ownValue(fact, 'stoppedAt') === null ? 'desk.list.running' : 'desk.list.notKnown';
  return sayLoosely(key) ?? '';
}

function whyText({ reason, leftOut }: Fact, { sayLoosely }: Saying): string {
  if (reason === null) return '';
  if (leftOut?.why) return foreignText(leftOut.why);
  if (leftOut?.into) return sayLoosely('desk.list.why.mergedInto', { number: leftOut.into }) ?? '';
  return sayLoosely(`desk.list.why.${reason}`) ?? sayLoosely(`reason.${reason}`) ?? reason;
}

function byText({ reason, leftOut }: Fact, { sayLoosely }: Saying): string {
  if (reason === null) return '';
  if (leftOut === null) return sayLoosely('desk.list.by.definition') ?? '';
  if (leftOut.by === null) return sayLoosely('desk.list.by.rule') ?? '';
  return foreignText(leftOut.by.name ?? sayLoosely('desk.list.by.erased') ?? '');
}
