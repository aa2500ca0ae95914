import type pg from 'pg';
import { COMMAND_KINDS } from '#contract/api/command-shapes.ts';
import type { Issue } from '#contract/api/problems.ts';
import type { AnswerOf, Routes } from '#contract/api/routes.ts';
import { momentIn } from '#core/periods/asked-period.ts';
import type { CommandKind, TicketCommand } from '#core/ticket/command.ts';
import type { Instant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import type { Caller } from '#server/platform/api/caller.ts';
import type { Call, ReadHandlers, Told, WriteHandlers } from '#server/platform/api/mount-routes.ts';
import { inTenantSession, type TenantSession } from '#server/platform/database.ts';
import { HttpProblem, refuseIssues } from '#server/platform/problem.ts';
import { listTickets } from './list-tickets.ts';
import { ticketIdOf } from './load-tickets.ts';
import { openCommand } from './open-from-request.ts';
import { isPerson, readPersonNames } from './person-names.ts';
import { readTicketPage, readTicketRow } from './read-ticket-page.ts';
import { ticketOut } from './ticket-row.ts';
import { type CommandOutcome, type RunOptions, TicketUnit } from './ticket-unit.ts';

/** What the routes of tickets need of the installation. */
export interface TicketRouteOptions {
  readonly reportPool: pg.Pool;
  readonly reportingZone: string;
  readonly now: () => Instant;
}

type Reads = ReadHandlers<'listTickets' | 'readTicket'>;
type Writes = WriteHandlers<'openTicket' | 'mergeTickets' | CommandKind>;
type TicketTold = Told<AnswerOf<Routes['openTicket']>>;

const oneMoment = { isolation: 'repeatable read', access: 'read only' } as const;

export function ticketReadHandlers({ reportPool, reportingZone, now }: TicketRouteOptions): Reads {
  return {
    listTickets: async ({ query, caller: { tenantId } }) => {
      const { createdFrom, createdTo, timeZone, ...asked } = query;
      const zone = zoneOf(timeZone ?? reportingZone);
      const from = createdFrom === undefined ? null : momentIn(zone, createdFrom);
      const to = createdTo === undefined ? null : momentIn(zone, createdTo);
      if (from !== null && to !== null && from >= to) refuseIssues([emptyRange]);
      return await inTenantSession(
        reportPool,
        tenantId,
        async ({ db }) => {
          const page = await listTickets(db, tenantId, { ...asked, createdFrom: from, createdTo: to });
          const persons = page.rows.flatMap((row) => [row.assignee, row.requester]);
          const names = await readPersonNames(db, tenantId, persons);
          return { body: { tickets: page.rows.map((row) => ticketOut(row, names)), nextCursor: page.nextCursor } };
        },
        oneMoment,
      );
    },

    readTicket: async ({ params: { number }, caller: { tenantId } }) => {
      const read = (session: TenantSession) => readTicketPage(session, tenantId, { number, now: now() });
      const page = await inTenantSession(reportPool, tenantId, read, oneMoment);
      if (page === null) throw new HttpProblem('not_found');
      return { body: page, version: page.version };
    },
  };
}

/** Each does its work in the transaction it is given and answers with the ticket as that leaves it. */
export function ticketWriteHandlers({ reportingZone, now }: TicketRouteOptions): Writes {
  return {
    openTicket: async ({ body, caller }, session) => {
      const { tenantId, personId } = caller;
      const at = now();
      await requirePerson(session, tenantId, body.requester);
      const command = await openCommand(session.client, tenantId, { asked: body, now: at, zone: reportingZone });
      const unit = new TicketUnit(session, tenantId);
      const outcome = await unit.open(command, { at, actor: personId });
      return await told(session, { unit, outcome, caller });
    },

    mergeTickets: async ({ params, body, caller, seenVersion }, session) => {
      const { tenantId, personId } = caller;
      const ids = [await idOf(session, tenantId, params.number), await idOf(session, tenantId, body.with)] as const;
      const unit = new TicketUnit(session, tenantId);
      const outcome = await unit.merge(...ids, { at: now(), actor: personId, ...expecting(seenVersion) });
      return await told(session, { unit, outcome, caller });
    },

    ...commandHandlers(now),
  };
}

type AnyCommandCall = Call<Routes['acceptHandover']> & { readonly body: object };

function commandHandlers(now: () => Instant): WriteHandlers<CommandKind> {
  const handlers = COMMAND_KINDS.map((kind) => [
    kind,
    (call: AnyCommandCall, session: TenantSession) => runCommand(kind, call, { session, now: now() }),
  ]);
  return Object.fromEntries(handlers) as WriteHandlers<CommandKind>;
}

async function runCommand(
  kind: CommandKind,
  { params: { number }, body, caller, seenVersion }: AnyCommandCall,
  { session, now }: { readonly session: TenantSession; readonly now: Instant },
): Promise<TicketTold> {
  const { tenantId, personId } = caller;
  // The shape of the body is that of the command, which a test of types holds together.
  const command = { kind, ...body } as TicketCommand;
  const id = await idOf(session, tenantId, number);
  if (command.kind === 'assign') await requirePerson(session, tenantId, command.assignee ?? null);
  const unit = new TicketUnit(session, tenantId);
  const acting = { at: now, actor: personId, ...expecting(seenVersion) };
  const isMerged = command.kind === 'takeBack' && (await unit.read(id))?.survivorId !== null;
  const outcome = isMerged ? await unit.takeBackMerge(id, acting) : await unit.run(id, command, acting);
  return await told(session, { unit, outcome: outcome.kind === 'done' ? { ...outcome, number } : outcome, caller });
}

/** Writes what the unit has done and reads the ticket back, or answers why nothing was done. */
async function told(
  session: TenantSession,
  {
    unit,
    outcome,
    caller: { tenantId },
  }: { readonly unit: TicketUnit; readonly outcome: CommandOutcome; readonly caller: Caller },
): Promise<TicketTold> {
  switch (outcome.kind) {
    case 'refused':
      throw new HttpProblem(outcome.code);
    case 'missing':
      throw new HttpProblem('not_found');
    case 'stale':
      throw new HttpProblem('ticket_changed');
    case 'done': {
      // Sent behind the writing, without waiting for it.
      const [, row] = await Promise.all([unit.flush(), readTicketRow(session.client, tenantId, outcome.number)]);
      if (row === null) throw new Error('a ticket that was written is not there');
      const names = await readPersonNames(session.db, tenantId, [row.assignee, row.requester]);
      return { body: ticketOut(row, names), version: row.event_count };
    }
  }
}

function expecting(seenVersion: number | null): Pick<RunOptions, 'expectedVersion'> {
  return seenVersion === null ? {} : { expectedVersion: seenVersion };
}

async function idOf({ client }: TenantSession, tenantId: string, number: number): Promise<string> {
  const id = await ticketIdOf(client, tenantId, number);
  if (id === null) throw new HttpProblem('not_found');
  return id;
}

/** A person of another tenant is as unknown as one who never was. */
async function requirePerson({ db }: TenantSession, tenantId: string, id: string | null): Promise<void> {
  if (id !== null && !(await isPerson(db, tenantId, id))) throw new HttpProblem('person_unknown');
}

const emptyRange: Issue = { in: 'query', pointer: '/createdTo', code: 'not_after_from' };
