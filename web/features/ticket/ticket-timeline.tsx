import { foreignText } from '#text/foreign-text.ts';
import './timeline.css';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TicketPage } from '#contract/api/ticket-shapes.ts';
import type { TimelineEntry } from '#contract/api/timeline-shapes.ts';
import { textsForCustomer } from '#core/ticket/audience.ts';
import { eventWords } from '#text/event-words.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import type { Telling } from './telling.ts';
import { rowsFor, type TimelineFilter, type TimelineRow, timelineRows } from './timeline-rows.ts';

const FILTERS: readonly TimelineFilter[] = ['all', 'customer', 'internal', 'system'];

/** Of more rows than this only those near the window are laid out. */
const MANY_ROWS = 80;

/** What happened, in order: round is public, square on grey is internal, small and hollow is a mere step. */
export function TicketTimeline({ page, telling }: { readonly page: TicketPage; readonly telling: Telling }) {
  const { say, isForCustomer } = telling;
  const [chosen, choose] = useState<TimelineFilter>('all');
  const rows = timelineRows(page.timeline);
  const filter = isForCustomer ? 'customer' : chosen;
  const shown = rowsFor(rows, filter);
  return (
    <section className="timeline" aria-labelledby="timeline-heading">
      <div className="timeline-head">
        <h2 id="timeline-heading">{say('desk.ticket.timeline')}</h2>
        {isForCustomer ? null : (
          <div className="no-print">
            <Segmented
              label={say('desk.ticket.timeline.filter')}
              value={chosen}
              options={FILTERS.map((value) => ({
                value,
                label: say(`desk.ticket.timeline.${value}`, { n: rowsFor(rows, value).length }),
              }))}
              onChange={choose}
            />
          </div>
        )}
      </div>
      {shown.length === 0 ? <p className="muted">{say('desk.ticket.timeline.nothing')}</p> : null}
      <ol className={shown.length > MANY_ROWS ? 'timeline-rows timeline-long' : 'timeline-rows'}>
        {shown.map((row, index) => (
          <Row key={row.main.sequence} row={row} before={shown[index - 1] ?? null} telling={telling} />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly row: TimelineRow;
  readonly before: TimelineRow | null;
  readonly telling: Telling;
}

function Row({ row, before, telling }: RowProps) {
  const { say } = telling;
  const { main, along, audience } = row;
  const texts = textsOf(row, telling);
  return (
    <li className={`timeline-row timeline-${audience}`}>
      <RowTime at={main.at} before={before?.main.at ?? null} telling={telling} />
      <span className="timeline-mark" aria-hidden="true" />
      <div className="timeline-body">
        <p className="timeline-what">
          {audience === 'system' ? null : <strong>{actorText(main, telling)}</strong>}{' '}
          <span className={audience === 'system' ? '' : 'muted'}>
            {[main, ...along.filter((entry) => isTold(entry, telling))].map((entry, index) => (
              <span key={entry.sequence}>
                {index > 0 ? ', ' : ''}
                <EventText entry={entry} telling={telling} />
              </span>
            ))}
          </span>
          {audience === 'system' && main.actor ? (
            <span className="muted">{` · ${actorText(main, telling)}`}</span>
          ) : null}
          {audience === 'internal' ? (
            <span className="visually-hidden"> ({say('desk.ticket.timeline.internalMark')})</span>
          ) : null}
        </p>
        {texts.flatMap(paragraphsOf).map((text) => (
          <p key={text} className="timeline-text">
            {foreignText(text)}
          </p>
        ))}
      </div>
    </li>
  );
}

function RowTime({
  at,
  before,
  telling,
}: {
  readonly at: string;
  readonly before: string | null;
  readonly telling: Telling;
}) {
  const { format, now } = telling;
  const isNewDay = before === null || format.isoDate(before) !== format.isoDate(at);
  const isThisYear = format.isoDate(at).slice(0, 4) === format.isoDate(now).slice(0, 4);
  return (
    <time className="timeline-time" dateTime={at}>
      {isNewDay ? (
        <span className="timeline-day">
          {format.weekday(at)} {isThisYear ? format.shortDate(at) : format.date(at)}
        </span>
      ) : null}
      {format.time(at)}
    </time>
  );
}

/** A customer is told of changes of state, not of who works in which team. */
function isTold({ kind }: TimelineEntry, { isForCustomer }: Telling): boolean {
  return !isForCustomer || kind === 'stateChanged';
}

/** Only what is marked as automatic happened by itself: an imported log seldom says who did the rest. */
function actorText({ actor, details }: TimelineEntry, { say, person, isForCustomer }: Telling): string {
  if (actor === null && isForCustomer) return say('desk.ticket.timeline.desk');
  if (actor === null) {
    const isAutomatic = 'isAutomatic' in details && details.isAutomatic;
    return say(isAutomatic ? 'desk.ticket.timeline.rule' : 'desk.ticket.timeline.unknown');
  }
  return person(actor.id) ?? say(isForCustomer ? 'desk.ticket.timeline.desk' : 'desk.ticket.timeline.unnamed');
}

function EventText({ entry, telling }: { readonly entry: TimelineEntry; readonly telling: Telling }) {
  const { say, sayLoosely, person, filling } = telling;
  if (entry.kind === 'assigneeChanged' && entry.details.to !== null) {
    if (entry.details.to === entry.actor?.id) return say('desk.ticket.timeline.takenOver');
    const name = person(entry.details.to);
    if (name !== null) return say('desk.ticket.timeline.assignedTo', { name });
  }
  const { key, fillings } = eventWords(entry.kind, entry.details);
  const told = Object.entries(fillings).map(([name, value]) => [name, filling(value)]);
  const text = sayLoosely(key, Object.fromEntries(told)) ?? key;
  const other = otherTicket(entry);
  if (other === null) return text;
  return (
    <>
      {text}:{' '}
      <Link to="/t/$number" params={{ number: String(other) }} search={{}}>
        {say('desk.ticket.timeline.other', { number: other })}
      </Link>
    </>
  );
}

function otherTicket(entry: TimelineEntry): number | null {
  if (entry.kind === 'mergedInto') return entry.details.survivor;
  return entry.kind === 'duplicateMerged' || entry.kind === 'duplicateTakenBack' ? entry.details.duplicate : null;
}

/** The opening message stands above the timeline; a reason that only repeats what was written is left out. */
function textsOf({ main, along }: TimelineRow, { say, isForCustomer }: Telling): string[] {
  const told: string[] = [];
  for (const entry of [main, ...along]) {
    const texts = isForCustomer ? textsForCustomer(entry) : entry.texts;
    for (const [part, body] of Object.entries(texts)) {
      if (entry.kind === 'ticketOpened' || told.some((text) => text.includes(body.trim()))) continue;
      told.push(partText(part, body.trim(), say));
    }
  }
  return told;
}

function paragraphsOf(text: string): string[] {
  return [...new Set(text.split(/\n\s*\n/))];
}

function partText(part: string, text: string, say: Telling['say']): string {
  if (part === 'reason' || part === 'solution' || part === 'note') return say(`desk.ticket.timeline.${part}`, { text });
  return text;
}
