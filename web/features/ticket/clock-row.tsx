import { Link } from '@tanstack/react-router';
import type { ClockOut } from '#contract/api/clock-shapes.ts';
import type { TicketPage } from '#contract/api/ticket-shapes.ts';
import { Sign } from '#web/ui/sign.tsx';
import { ClockBar } from './clock-bar.tsx';
import { clockVerdict } from './clock-verdict.ts';
import { hoursText, type Telling } from './telling.ts';
import type { TicketSearch } from './ticket-search.ts';

export interface ClockRowProps {
  readonly page: TicketPage;
  readonly clocks: readonly ClockOut[];
  /** The one that is explained below. */
  readonly explained: ClockOut | null;
  readonly telling: Telling;
  readonly search: TicketSearch;
}

/** Both clocks side by side; each leads to why its deadline is what it is. */
export function ClockRow({ page, clocks, explained, telling, search }: ClockRowProps) {
  const current = clocks.filter(({ isCurrent }) => isCurrent);
  if (current.length === 0) return <NoClocks page={page} telling={telling} />;
  return (
    <div className="clock-row">
      {current.map((clock) => (
        <div key={clock.clock} className="clock">
          <ClockLink {...{ page, clock, telling, search }} isExplained={clock === explained} />
          <EarlierCycles
            {...{ page, telling, search, explained }}
            clocks={clocks.filter((other) => other.clock === clock.clock && !other.isCurrent)}
          />
        </div>
      ))}
    </div>
  );
}

interface ClockLinkProps extends Pick<ClockRowProps, 'page' | 'telling' | 'search'> {
  readonly clock: ClockOut;
  readonly isExplained: boolean;
}

function ClockLink({ page, clock, telling, search, isExplained }: ClockLinkProps) {
  const verdict = clockVerdict(clock, page.standing, telling);
  return (
    <Link
      to="/t/$number"
      params={{ number: String(page.number) }}
      search={searchFor(clock, search)}
      replace
      resetScroll={false}
      className="clock-link"
      aria-current={isExplained ? 'true' : undefined}
    >
      <span className="note">{clockName(clock, telling)}</span>
      <span className={`clock-verdict clock-${verdict.sign}`}>
        <Sign name={verdict.sign} /> {verdict.text}
      </span>
      <ClockBar clock={clock} label={barLabel(clock, telling)} />
    </Link>
  );
}

/** The address of the same page with this clock explained. */
export function searchFor({ clock, cycle, isCurrent }: ClockOut, { view }: TicketSearch): TicketSearch {
  return { why: clock, ...(isCurrent ? {} : { cycle }), ...(view === undefined ? {} : { view }) };
}

function clockName({ clock, targetSeconds }: ClockOut, { say, target }: Telling): string {
  const name = say(`desk.ticket.clock.${clock}`);
  return targetSeconds === null
    ? say('desk.ticket.clock.noPromise', { clock: name })
    : say('desk.ticket.clock.promise', { clock: name, target: target(targetSeconds) });
}

/** What the bar says beyond the words above it. */
function barLabel({ elapsedSeconds, targetSeconds }: ClockOut, { say, target }: Telling): string {
  const used = hoursText(elapsedSeconds, { isExact: false });
  return targetSeconds === null
    ? say('desk.ticket.clock.barWithout', { used })
    : say('desk.ticket.clock.bar', { used, target: target(targetSeconds) });
}

/** Cycles before a reopening that began a new one: their verdicts stand. */
function EarlierCycles({
  page,
  clocks,
  telling,
  search,
  explained,
}: Omit<ClockRowProps, 'clocks'> & { readonly clocks: readonly ClockOut[] }) {
  if (clocks.length === 0) return null;
  const { say } = telling;
  return (
    <p className="note clock-earlier">
      {say('desk.ticket.clock.earlier')}{' '}
      {clocks.map((clock) => (
        <span key={clock.cycle} className="clock-cycle">
          <Link
            to="/t/$number"
            params={{ number: String(page.number) }}
            search={searchFor(clock, search)}
            replace
            resetScroll={false}
            aria-current={clock === explained ? 'true' : undefined}
          >
            {say('desk.ticket.clock.cycle', { cycle: clock.cycle })}
          </Link>{' '}
          {clockVerdict(clock, page.standing, telling).text}
        </span>
      ))}
    </p>
  );
}

function NoClocks({ page, telling: { say } }: Pick<ClockRowProps, 'page' | 'telling'>) {
  const opened = page.timeline[0];
  const isImported = opened?.kind === 'ticketOpened' && opened.details.promise.kind === 'imported';
  if (!isImported) return <p className="clock-none">{say('desk.ticket.noClocks.none')}</p>;
  const verdict = page.timeline.findLast((entry) => entry.kind === 'verdictImported');
  const isMet = verdict?.kind === 'verdictImported' ? verdict.details.isMet : null;
  const told = isMet === null ? 'open' : isMet ? 'met' : 'breached';
  return (
    <p className="clock-none">
      {say('desk.ticket.noClocks.imported')}{' '}
      <strong>
        {told === 'open' ? null : <Sign name={told === 'met' ? 'kept' : 'missed'} />}{' '}
        {say(`desk.ticket.noClocks.${told}`)}
      </strong>
    </p>
  );
}
