import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TicketPage } from '#contract/api/ticket-shapes.ts';
import { foreignText } from '#text/foreign-text.ts';
import { useWords } from '#web/shell/words.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import type { Telling } from './telling.ts';
import type { TicketSearch } from './ticket-search.ts';
import { linkedTickets } from './timeline-rows.ts';
import { chooseZone, useTicketZone, ZONE_CHOICES } from './use-ticket-zone.ts';

export interface TicketFactsProps {
  readonly page: TicketPage;
  readonly telling: Telling;
  readonly search: TicketSearch;
}

/** What is known of a ticket beside its story. */
export function TicketFacts({ page, telling, search }: TicketFactsProps) {
  const { say } = telling;
  return (
    <aside className="ticket-facts" aria-labelledby="facts-heading">
      <h2 id="facts-heading" className="visually-hidden">
        {say('desk.ticket.facts')}
      </h2>
      <p className="no-print">
        <Link
          className="button"
          to="/t/$number"
          params={{ number: String(page.number) }}
          search={{ ...search, view: 'customer' }}
        >
          <Icon name="print" />
          {say('desk.ticket.customerView')}
        </Link>
      </p>
      <FactList page={page} telling={telling} />
      <Linked page={page} say={say} />
      <ZoneChoice telling={telling} />
    </aside>
  );
}

function FactList({ page, telling }: Omit<TicketFactsProps, 'search'>) {
  const { say, sayLoosely, nameOf, when, person } = telling;
  const named = (area: 'channel' | 'type', key: string | null): string | null =>
    key === null ? null : (sayLoosely(`desk.ticket.${area}.${key}`) ?? key);
  const keyed = (kind: 'team' | 'service' | 'customer', key: string | null): string | null =>
    key === null ? null : nameOf(kind, key);
  const facts: readonly (readonly [Parameters<typeof say>[0], ReactNode])[] = [
    ['desk.ticket.facts.state', stateText(page, say)],
    ['desk.ticket.facts.priority', page.priority],
    ['desk.ticket.facts.owner', page.assignee ? person(page.assignee.id) : say('desk.ticket.facts.nobody')],
    ['desk.ticket.facts.team', keyed('team', page.team)],
    ['desk.ticket.facts.level', page.level === null ? null : nameOf('level', page.level)],
    ['desk.ticket.facts.service', keyed('service', page.service)],
    ['desk.ticket.facts.agreement', agreementName(page)],
    ['desk.ticket.facts.type', named('type', page.type)],
    ['desk.ticket.facts.channel', named('channel', page.channel)],
    ['desk.ticket.facts.customer', keyed('customer', page.customer)],
    ['desk.ticket.facts.requester', page.requester && person(page.requester.id)],
    ['desk.ticket.facts.opened', when(page.createdAt)],
    ['desk.ticket.facts.last', when(page.lastEventAt)],
    ['desk.ticket.facts.source', page.sourceKey],
  ];
  return (
    <dl className="fact-list">
      {facts.map(([key, value]) =>
        value === null || value === '' ? null : (
          <div key={key}>
            <dt>{sayLoosely(key)}</dt>
            <dd>{typeof value === 'string' ? foreignText(value) : value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** The name of the agreement as it was last pinned; its key where it has none. */
function agreementName({ agreement, agreements }: TicketPage): string | null {
  const named = agreements.findLast((version) => version.agreement === agreement);
  return named ? foreignText(named.name) : agreement;
}

function stateText({ state, standing }: TicketPage, say: Telling['say']): string {
  const text = say(`ticketState.${standing}`);
  return state !== standing && state === 'closed' ? say('desk.ticket.facts.stateClosed', { standing: text }) : text;
}

function Linked({ page, say }: { readonly page: TicketPage; readonly say: Telling['say'] }) {
  const linked = linkedTickets(page.timeline);
  if (linked.length === 0) return null;
  return (
    <section className="ticket-linked">
      <h2>{say('desk.ticket.linked')}</h2>
      <ul>
        {linked.map(({ number, how }) => (
          <li key={number}>
            <span className="muted">
              {say(`desk.ticket.linked.${how === 'survivor' && page.standing !== 'merged' ? 'takenBack' : how}`)}
            </span>{' '}
            <Link to="/t/$number" params={{ number: String(number) }} search={{}}>
              {say('desk.ticket.timeline.other', { number })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ZoneChoice({ telling: { say, format } }: { readonly telling: Telling }) {
  const choice = useTicketZone();
  const words = useWords();
  return (
    <section className="ticket-zone">
      <h2>{say('desk.ticket.zone')}</h2>
      <div className="no-print">
        <Segmented
          label={say('desk.ticket.zone')}
          value={choice}
          options={ZONE_CHOICES.map((value) => ({ value, label: say(`desk.ticket.zone.${value}`) }))}
          onChange={chooseZone}
        />
      </div>
      <p className="note">{words.say('desk.ticket.zone.in', { zone: format.timeZone })}</p>
    </section>
  );
}
