import './preview-pane.css';
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '#web/shell/api.ts';
import { askApi } from '#web/shell/api.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Sign, type SignName } from '#web/ui/sign.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import type { ListRow } from './list-rows.ts';
import { TicketLink } from './ticket-link.tsx';

type Page = Answer<'readTicket'>;
type Clock = Page['clocks'][number];

const SIGNS: Readonly<Record<Clock['outcome'], SignName>> = {
  pending: 'open',
  met: 'kept',
  breached: 'missed',
  excluded: 'usual',
  waived: 'usual',
};

/** The ticket of the row somebody stands on, in short. */
export function PreviewPane({ row, onClose }: { readonly row: ListRow; readonly onClose: () => void }) {
  const { say } = useWords();
  const number = row.fact.ticket;
  const ticket = useQuery({
    queryKey: ['ticket', number],
    queryFn: ({ signal }) => askApi('readTicket', { params: { number }, signal }),
  });
  return (
    <aside className="preview no-print" aria-label={say('desk.list.preview', { number })}>
      <div className="preview-head">
        <TicketLink number={number} isTabStop>
          <span className="muted">{number}</span>
        </TicketLink>
        <Button look="quiet" aria-label={say('desk.list.preview.close')} onPress={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      {ticket.isError ? (
        <ErrorState
          title={say('desk.list.preview.problem')}
          error={ticket.error}
          onRetry={() => void ticket.refetch()}
        />
      ) : ticket.data ? (
        <Summary ticket={ticket.data} row={row} />
      ) : (
        <Skeleton height={160} />
      )}
    </aside>
  );
}

function Summary({ ticket, row }: { readonly ticket: Page; readonly row: ListRow }) {
  const words = useWords();
  const { say, sayLoosely, format } = words;
  const opening = ticket.timeline[0]?.texts.body;
  const people = [ticket.requester?.name, row.customerName].filter(Boolean).join(', ');
  const facts = [
    [say('desk.list.column.state'), sayLoosely(`ticketState.${ticket.state}`) ?? ticket.state],
    [say('desk.list.preview.requester'), people],
    [say('desk.list.preview.opened'), format.moment(ticket.createdAt)],
    [say('desk.list.preview.assignee'), ticket.assignee?.name ?? say('desk.list.preview.nobody')],
    [say('desk.list.column.team'), row.teamName ?? ''],
    [say('desk.list.column.service'), row.serviceName ?? ''],
  ] as const;
  return (
    <>
      <h2 className="preview-subject">{ticket.subject ?? say('desk.list.untitled')}</h2>
      {opening ? <blockquote className="preview-words">{opening}</blockquote> : null}
      <ul className="preview-clocks">
        {ticket.clocks
          .filter(({ isCurrent }) => isCurrent)
          .map((clock) => (
            <li key={clock.clock}>
              <Sign name={SIGNS[clock.outcome]} />
              <span>
                {say('desk.list.preview.clock', {
                  clock: say(`desk.list.clock.${clock.clock}`),
                  verdict: say(`desk.list.outcome.${clock.outcome}`),
                })}
              </span>
              <span className="muted">{remaining(clock, words)}</span>
            </li>
          ))}
      </ul>
      <dl className="preview-facts">
        {facts.map(([name, value]) =>
          value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <TicketLink number={ticket.number} isTabStop>
        {say('desk.list.preview.open')}
      </TicketLink>
    </>
  );
}

function remaining({ remainingSeconds }: Clock, { say, format }: ReturnType<typeof useWords>): string {
  if (remainingSeconds === null) return '';
  const time = format.hours(Math.abs(remainingSeconds));
  return remainingSeconds < 0 ? say('desk.list.late', { time }) : say('desk.list.left', { time });
}
