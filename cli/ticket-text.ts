import type { DeadlineAccount } from '#core/clock/deadline.ts';
import { DIMENSIONS } from '#core/ticket/dimensions.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { formatInstant, type Instant } from '#core/time/instant.ts';
import { say } from '#text/catalogue.ts';
import { accountText, type Reader, verdictText } from './deadline-text.ts';
import { momentText } from './local-text.ts';
import { eventText } from './ticket-timeline.ts';

/** What is shown of one ticket. */
export interface ShownTicket {
  readonly number: number;
  readonly at: Instant;
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
  readonly accounts: readonly DeadlineAccount[];
}

/** The ticket for a person: its state, what happened, its deadlines and, if asked, why they are so. */
export function ticketText(shown: ShownTicket, reader: Reader, { isWhy }: { readonly isWhy: boolean }): string {
  const { ticket, events, accounts, at } = shown;
  const { language, zone } = reader;
  const when = (instant: Instant): string => momentText(instant, zone, language);
  const dimensions = DIMENSIONS.flatMap((name) => {
    const value = ticket.dimensions[name];
    return value === null ? [] : [say(language, `ticket.dimension.${name}`, { value })];
  });
  const deadlines = accounts.map((account) => (isWhy ? accountText(account, reader) : verdictText(account, reader)));
  const without = ticket.promise.kind === 'imported' ? 'ticket.importedDeadlines' : 'ticket.noDeadlines';
  return [
    say(language, 'ticket.title', {
      number: shown.number,
      state: say(language, `ticketState.${ticket.standing}`),
      since: when(ticket.standingSince),
    }),
    [say(language, 'ticket.origin', { at: when(ticket.createdAt) }), ...dimensions].join(' · '),
    '',
    say(language, 'ticket.timeline', { zone: zone.id }),
    ...events.map((event) => `  ${when(event.at)}  ${eventText(event, language)}`),
    '',
    ...(deadlines.length === 0
      ? [say(language, without)]
      : [
          say(language, 'ticket.deadlines', { at: when(at), zone: zone.id }),
          ...(isWhy ? deadlines.flatMap((text) => ['', text]) : deadlines.map((text) => `  ${text}`)),
        ]),
    ...(isWhy || deadlines.length === 0 ? [] : ['', say(language, 'ticket.moreWithWhy')]),
  ].join('\n');
}

/** The same as data, with the whole account; instants as ISO 8601, lengths in business seconds. */
export function ticketJson({ number, at, ticket, events, accounts }: ShownTicket): string {
  const { standing: state, standingSince, createdAt, dimensions } = ticket;
  const shown = { number, at, state, stateSinceAt: standingSince, createdAt, dimensions, events, deadlines: accounts };
  return JSON.stringify(shown, (name, value: unknown) => (isInstant(name, value) ? formatInstant(value) : value), 2);
}

function isInstant(name: string, value: unknown): value is Instant {
  return typeof value === 'number' && (['at', 'from', 'until'].includes(name) || name.endsWith('At'));
}
