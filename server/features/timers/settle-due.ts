import type { Instant, Seconds } from '#core/time/instant.ts';
import { sendAll } from '#server/database/prepared.ts';
import { renewTimers, TicketUnit } from '#server/features/tickets/index.ts';
import { inTenantSession, type OpenDatabase } from '#server/platform/database.ts';
import type { Log } from '#server/platform/log.ts';
import { readAgenda } from './agenda.ts';
import { backoffSeconds, type ClaimedTicket, claimDue, giveBack, holdOff } from './lease.ts';

/** What the worker needs. */
export interface TimerWork {
  readonly database: Pick<OpenDatabase, 'appPool' | 'ownerPool'>;
  readonly now: () => Instant;
  readonly log: Log;
  /** When our clock and the database's are further apart, one is wrong: nothing is recorded until they agree. */
  readonly mostSkewSeconds: Seconds;
  /** Aborted when the work should end: what is begun is finished, what is taken and not begun is given back. */
  readonly stop: AbortSignal;
}

/** What one round did. */
export interface Round {
  /** Steps recorded. */
  readonly recorded: number;
  /** Tickets that failed; they are tried again later. */
  readonly failed: number;
  /** When the next timer comes due that was not due yet, or null. */
  readonly nextDueAt: Instant | null;
  /** How far the database's clock is ahead of ours, when that is too far; null when the clocks agree. */
  readonly skewSeconds: Seconds | null;
}

/** Timers taken at a time: what one worker surely does before its lease ends. */
const BATCH = 50;
const LONGEST_WAIT_MILLISECONDS = 2_000;
const LONGEST_SILENCE_MILLISECONDS = 5_000;

/**
 * Records what has come due, of all tenants, until nothing is left. Each ticket is settled in a transaction of its own:
 * one that fails is tried again later and stops no other. Several processes may do this at once.
 */
export async function settleDue(work: TimerWork): Promise<Round> {
  let recorded = 0;
  let failed = 0;
  for (;;) {
    const agenda = await readAgenda(work.database.ownerPool, work.now());
    if (Math.abs(agenda.skewSeconds) > work.mostSkewSeconds) {
      return { recorded, failed, nextDueAt: null, skewSeconds: agenda.skewSeconds };
    }
    let begun = 0;
    for (const tenantId of agenda.tenantIds) {
      const batch = await settleBatch(work, tenantId);
      recorded += batch.recorded;
      failed += batch.failed;
      begun += batch.begun;
    }
    if (begun === 0) return { recorded, failed, nextDueAt: agenda.nextDueAt, skewSeconds: null };
  }
}

interface BatchResult {
  begun: number;
  recorded: number;
  failed: number;
}

async function settleBatch(work: TimerWork, tenantId: string): Promise<BatchResult> {
  const { appPool } = work.database;
  const now = work.now();
  const result: BatchResult = { begun: 0, recorded: 0, failed: 0 };
  if (work.stop.aborted) return result;
  const tickets = await inTenantSession(appPool, tenantId, ({ client }) =>
    claimDue(client, tenantId, { now, limit: BATCH }),
  );
  for (const [index, ticket] of tickets.entries()) {
    if (work.stop.aborted) {
      await inTenantSession(appPool, tenantId, ({ client }) => giveBack(client, tenantId, tickets.slice(index)));
      return result;
    }
    result.begun += 1;
    try {
      result.recorded += await settleTicket(work, tenantId, { ticket, now });
    } catch (error) {
      result.failed += 1;
      await afterFailure(work, tenantId, { ticket, now, error });
    }
  }
  return result;
}

interface TicketWork {
  readonly ticket: ClaimedTicket;
  readonly now: Instant;
}

async function settleTicket(
  { database, log }: TimerWork,
  tenantId: string,
  { ticket, now }: TicketWork,
): Promise<number> {
  const { ticketId, keys } = ticket;
  return await inTenantSession(database.appPool, tenantId, async (session) => {
    // Who holds a ticket for long must not hold up all the others; and a process that is suspended in the middle of
    // this is not to hold the ticket until it wakes.
    await session.client.query(
      `select
         set_config('lock_timeout', '${LONGEST_WAIT_MILLISECONDS}', true),
         set_config('idle_in_transaction_session_timeout', '${LONGEST_SILENCE_MILLISECONDS}', true)`,
    );
    const unit = new TicketUnit(session, tenantId);
    const recorded = await unit.settle(ticketId, now);
    const settled = await unit.read(ticketId);
    await unit.flush();
    if (recorded > 0 || settled === null) return recorded;
    // Overtaken by something newer, which has put the timers right; or they were wrong, which no command leaves behind.
    await sendAll(session.client, renewTimers(tenantId, ticketId, settled));
    log.info({ ticketId, keys }, 'nothing was due any more');
    return 0;
  });
}

async function afterFailure(
  { database, log }: TimerWork,
  tenantId: string,
  { ticket, now, error }: TicketWork & { readonly error: unknown },
): Promise<void> {
  const { ticketId, attempts } = ticket;
  const waitSeconds = backoffSeconds(attempts);
  log.error({ err: error, ticketId, attempts, waitSeconds }, 'a timer failed');
  const until = (now + waitSeconds) as Instant;
  await inTenantSession(database.appPool, tenantId, ({ client }) => holdOff(client, tenantId, { ticket, until }));
}
