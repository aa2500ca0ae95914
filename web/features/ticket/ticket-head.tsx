import { type ReactNode, useState } from 'react';
import type { TicketPage } from '#contract/api/ticket-shapes.ts';
import { foreignText } from '#text/foreign-text.ts';
import { Button } from '#web/ui/button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { Telling } from './telling.ts';

/** More of a first message than this is shown on demand. */
const MANY_SIGNS = 900;
const MANY_LINES = 12;

export interface TicketHeadProps {
  readonly page: TicketPage;
  readonly telling: Telling;
  readonly back: ReactNode;
}

/** Number and subject, and what the customer said, larger than anything else that is read here. */
export function TicketHead({ page, telling, back }: TicketHeadProps) {
  const { say } = telling;
  const opening = page.timeline[0];
  const body = opening?.texts.body;
  return (
    <>
      <PageHead lead={String(page.number)} title={page.subject ?? say('desk.ticket.noSubject')} above={back} />
      {body === undefined ? (
        <p className="muted">{say('desk.ticket.noWords')}</p>
      ) : (
        <CustomerWords text={body} say={say} />
      )}
      <p className="note ticket-source">{sourceText(page, telling)}</p>
    </>
  );
}

function CustomerWords({ text, say }: { readonly text: string; readonly say: Telling['say'] }) {
  const isLong = text.length > MANY_SIGNS || text.split('\n').length > MANY_LINES;
  const [isWhole, setIsWhole] = useState(false);
  return (
    <>
      <blockquote className={isLong && !isWhole ? 'ticket-words ticket-words-cut' : 'ticket-words'}>
        <p>{foreignText(text.trim())}</p>
      </blockquote>
      {isLong ? (
        <Button look="quiet" onPress={() => setIsWhole(!isWhole)} aria-expanded={isWhole}>
          {say(isWhole ? 'desk.ticket.words.less' : 'desk.ticket.words.more')}
        </Button>
      ) : null}
    </>
  );
}

/** `Petra Sommerfeld, Stadtwerke · Di 17.11., 14:40 · per Portal` */
function sourceText(page: TicketPage, { when, nameOf, person, sayLoosely }: Telling): string {
  const requester = page.requester && person(page.requester.id);
  const customer = page.customer === null ? null : nameOf('customer', page.customer);
  const who = [requester, customer].filter(Boolean).join(', ');
  const opened = page.timeline[0];
  const channel = (opened?.kind === 'ticketOpened' ? opened.details.dimensions.channel : null) ?? page.channel;
  const how = channel === null ? null : (sayLoosely(`desk.ticket.by.${channel}`) ?? foreignText(channel));
  return [who, when(page.createdAt), how].filter(Boolean).join(' · ');
}
