import './ticket.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { ClockOut } from '#contract/api/clock-shapes.ts';
import type { TicketPage as Page } from '#contract/api/ticket-shapes.ts';
import { ApiProblem, askApi } from '#web/shell/api.ts';
import { formatIn } from '#web/shell/format.ts';
import { useShortcuts } from '#web/shell/shortcuts.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { FailedPage } from '#web/ui/failed-page.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { BackLink, useCameFrom, useGoBack } from './came-from.tsx';
import { ClockRow } from './clock-row.tsx';
import { cameDue, liveClock } from './live-clock.ts';
import { MissingTicket } from './missing-ticket.tsx';
import { type Telling, tellingOf } from './telling.ts';
import { TicketFacts } from './ticket-facts.tsx';
import { TicketHead } from './ticket-head.tsx';
import type { TicketSearch } from './ticket-search.ts';
import { TicketTimeline } from './ticket-timeline.tsx';
import { useServerNow } from './use-server-now.ts';
import { ownZone, useTicketZone } from './use-ticket-zone.ts';
import { WHY_SHORTCUT, WhyDeadline } from './why-deadline.tsx';

/** How often a ticket whose clock runs is read anew, in milliseconds. */
const REFRESH = 5 * 60_000;

/** One ticket, to read. */
export function TicketPage() {
  const { number } = useParams({ from: '/t/$number' });
  return <NumberedTicket key={number} number={number} />;
}

function NumberedTicket({ number }: { readonly number: string }) {
  const { say } = useWords();
  const search = useSearch({ from: '/t/$number' });
  const place = useCameFrom();
  const goBack = useGoBack(place);
  useShortcuts([{ id: 'ticket.back', keys: 'escape', label: 'desk.ticket.keys.back', group: 'page', run: goBack }]);
  const ticket = useQuery({
    queryKey: ['ticket', number],
    queryFn: async ({ signal }) => (await askApi('readTicket', { params: { number }, signal })) as Page,
    refetchInterval: ({ state }) => (state.data?.clocks.some(({ phase }) => phase === 'running') ? REFRESH : false),
  });
  const back = <BackLink place={place} onBack={goBack} />;
  if (ticket.data) {
    return (
      <ShownTicket
        page={ticket.data}
        receivedAt={ticket.dataUpdatedAt}
        search={search}
        back={back}
        onDue={() => void ticket.refetch()}
      />
    );
  }
  if (isMissing(ticket.error)) return <MissingTicket number={number} back={back} />;
  if (ticket.isError) {
    const title = say('desk.ticket.problem', { number });
    return <FailedPage title={title} above={back} error={ticket.error} onRetry={() => void ticket.refetch()} />;
  }
  return <ComingTicket number={number} back={back} />;
}

/** A number that is none is as good as one that nobody has. */
function isMissing(error: unknown): boolean {
  return error instanceof ApiProblem && (error.code === 'not_found' || error.code === 'invalid_request');
}

function ComingTicket({ number, back }: { readonly number: string; readonly back: ReactNode }) {
  const { say } = useWords();
  return (
    <div aria-busy="true">
      <PageHead title={say('desk.ticket.loading', { number })} above={back} />
      <div className="ticket-coming">
        <Skeleton height={72} />
        <Skeleton height={64} />
        <Skeleton height={150} />
      </div>
    </div>
  );
}

interface ShownTicketProps {
  readonly page: Page;
  readonly receivedAt: number;
  readonly search: TicketSearch;
  readonly back: ReactNode;
  /** A clock came due since the page was read. */
  readonly onDue: () => void;
}

function ShownTicket({ page, receivedAt, search, back, onDue }: ShownTicketProps) {
  const now = useServerNow(page.readAt, receivedAt);
  const telling = useTelling(page, now, search);
  const clocks = useMemo(() => page.clocks.map((clock) => liveClock(clock, page.readAt, now)), [page, now]);
  const isStale = page.clocks.some((clock) => cameDue(clock, page.readAt, now));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each deadline that passes
  useEffect(() => {
    if (isStale) onDue();
  }, [isStale]);
  const heading = useRef<HTMLHeadingElement>(null);
  const showWhy = (): void => {
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  };
  useShortcuts([{ ...WHY_SHORTCUT, run: showWhy }]);
  useJumpToWhy(search, heading);
  const explained = explainedClock(clocks, search);
  const isForCustomer = telling.isForCustomer;
  return (
    <div className={isForCustomer ? 'ticket ticket-for-customer' : 'ticket'}>
      <div className="ticket-main">
        {isForCustomer ? <CustomerNotice page={page} search={search} telling={telling} /> : null}
        <TicketHead page={page} telling={telling} back={isForCustomer ? null : back} />
        <ClockRow {...{ page, clocks, explained, telling, search }} />
        {explained ? (
          <WhyDeadline {...{ page, clocks, telling, search }} clock={explained} headingRef={heading} />
        ) : null}
        <TicketTimeline page={page} telling={telling} />
      </div>
      {isForCustomer ? null : <TicketFacts page={page} telling={telling} search={search} />}
    </div>
  );
}

function useTelling(page: Page, now: string, { view }: TicketSearch): Telling {
  const words = useWords();
  const choice = useTicketZone();
  const zone = choice === 'own' ? ownZone() : words.format.timeZone;
  const isForCustomer = view === 'customer';
  return useMemo(
    () => tellingOf(page, words, { format: formatIn(words.language, zone), now, isForCustomer }),
    [page, words, zone, now, isForCustomer],
  );
}

/** A link to why a deadline is what it is leads there, not to the top of the page. */
function useJumpToWhy({ why, view }: TicketSearch, heading: { readonly current: HTMLHeadingElement | null }): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the page opens, not when a clock is chosen on it
  useEffect(() => {
    if (why !== undefined && view === undefined) heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
}

/** The clock that is asked for; else the resolution, which is what most people mean. */
function explainedClock(clocks: readonly ClockOut[], { why, cycle }: TicketSearch): ClockOut | null {
  const asked = clocks.find((one) => one.clock === why && (cycle === undefined ? one.isCurrent : one.cycle === cycle));
  const current = clocks.filter(({ isCurrent }) => isCurrent);
  return asked ?? current.find(({ clock }) => clock === 'resolution') ?? current[0] ?? null;
}

function CustomerNotice({
  page,
  search,
  telling,
}: {
  readonly page: Page;
  readonly search: TicketSearch;
  readonly telling: Telling;
}) {
  const { say, format, now } = telling;
  const { view: _, ...rest } = search;
  return (
    <>
      <div className="ticket-notice no-print" role="note">
        <p>{say('desk.ticket.customerView.text')}</p>
        <Button look="primary" icon={<Icon name="print" />} onPress={() => window.print()}>
          {say('desk.print')}
        </Button>
        <Link className="button" to="/t/$number" params={{ number: String(page.number) }} search={rest}>
          {say('desk.ticket.customerView.leave')}
        </Link>
      </div>
      <p className="note ticket-printed">
        {say('desk.ticket.customerView.printed', { number: page.number, at: format.moment(now) })} ·{' '}
        {say('desk.ticket.facts.state')}: {telling.state(page.standing)}
      </p>
    </>
  );
}
