import type pg from 'pg';
import type { Instant } from '#core/time/instant.ts';
import { startOfDate, zoneOf } from '#core/time/zone.ts';
import { addNote } from '#server/features/annotations/index.ts';
import { setTarget } from '#server/features/cockpit/index.ts';
import { saveAgreements, saveCalendars, saveNamed, savePersons } from '#server/features/directory/index.ts';
import { type CommandOutcome, TicketUnit } from '#server/features/tickets/index.ts';
import { inTenantSession, type TenantSession } from '#server/platform/database.ts';
import type { Language } from '#text/language.ts';
import type { Move } from '#worlds/demo/course.ts';
import { CUSTOMERS, LEVEL_NAMES, SERVICES, TEAMS } from '#worlds/demo/house.ts';
import { seededIds } from '#worlds/demo/ids.ts';
import { notesOf } from '#worlds/demo/notes.ts';
import type { Surroundings } from '#worlds/demo/surroundings.ts';
import { targetsOf } from '#worlds/demo/targets.ts';
import { HOME_ZONE } from '#worlds/demo/timeline.ts';
import type { DemoWorld } from '#worlds/demo/world.ts';

export interface BuildRequest {
  readonly tenantId: string;
  readonly world: DemoWorld;
  /** Of the notes: everything else is in the languages of the company. */
  readonly language: Language;
  /** Hears how many arrivals are done. */
  readonly onProgress: (done: number) => void;
  readonly stop: AbortSignal;
}

const ALWAYS = Number.NEGATIVE_INFINITY as Instant;
/** Courses that share a transaction: a transaction costs as much as some ten commands. */
const COURSES_A_TRANSACTION = 250;

/**
 * Builds a world by running its commands, as people would have given them. Tickets are numbered in the order in which
 * they came. The tenant must be empty. A build that is stopped leaves whole tickets behind, but not all of them.
 * @throws Error when a command is refused: the world asked for something that is against the rules.
 */
export async function buildWorld(
  pool: pg.Pool,
  { tenantId, world, language, onProgress, stop }: BuildRequest,
): Promise<void> {
  await inTenantSession(pool, tenantId, async (session) => {
    await saveHouse(session.client, tenantId, world.surroundings);
    await promise(session, tenantId, world.surroundings);
    await annotate(session, tenantId, { ...world.surroundings, language });
  });
  const newId = seededIds(world.surroundings.seed, 'tickets');
  const { until } = world.surroundings.timeline;
  let done = 0;
  for (const courses of inChunks(world.courses(), COURSES_A_TRANSACTION)) {
    stop.throwIfAborted();
    await inTenantSession(pool, tenantId, async (session) => {
      // Checks of foreign keys are planned once a session; a plan made on empty tables reads all of a full one.
      await session.client.query('discard plans');
      let now = until;
      const unit = new TicketUnit(session, tenantId, { newId: () => newId(now) });
      const ids = new Map<string, string>();
      for (const move of inOrderOfTime(courses)) {
        now = move.at;
        const outcome = await carryOut(unit, move, ids);
        if (outcome.kind !== 'done')
          throw new Error(`${move.command.kind} of ticket ${move.ticket}: ${reasonOf(outcome)}`);
        if (move.command.kind === 'openTicket') ids.set(move.ticket, outcome.ticketId);
      }
      for (const id of ids.values()) await unit.settle(id, until);
      await unit.flush();
    });
    done += courses.length;
    onProgress(done);
  }
}

async function saveHouse(client: pg.ClientBase, tenantId: string, surroundings: Surroundings): Promise<void> {
  const named = (things: Readonly<Record<string, { readonly name: string }>>) =>
    Object.entries(things).map(([key, { name }]) => ({ key, name, validFrom: ALWAYS }));
  const levels = Object.entries(LEVEL_NAMES).map(([key, name]) => ({ key, name, validFrom: ALWAYS }));
  await saveNamed(client, tenantId, { kind: 'support_level', rows: levels });
  await saveNamed(client, tenantId, { kind: 'team', rows: named(TEAMS) });
  await saveNamed(client, tenantId, { kind: 'service', rows: named(SERVICES) });
  await saveNamed(client, tenantId, { kind: 'customer', rows: named(CUSTOMERS) });
  await savePersons(client, tenantId, surroundings.people.all);
  const calendars = [...surroundings.definitions].map(([id, definition]) => ({ id, definition }));
  await saveCalendars(client, tenantId, calendars);
  await saveAgreements(client, tenantId, surroundings.agreements);
}

/** What the company promised itself, set by the command that people use. */
async function promise({ db }: TenantSession, tenantId: string, { timeline }: Surroundings): Promise<void> {
  const zone = zoneOf(HOME_ZONE);
  for (const target of targetsOf(timeline)) {
    await setTarget(db, tenantId, { target, by: null, at: startOfDate(zone, target.validFrom) });
  }
}

/** What the lead wrote down on the days themselves. */
async function annotate(
  { db }: TenantSession,
  tenantId: string,
  { timeline, seed, language }: Surroundings & Pick<BuildRequest, 'language'>,
): Promise<void> {
  const zone = zoneOf(HOME_ZONE);
  const newId = seededIds(seed, 'notes');
  for (const note of notesOf(timeline)) {
    const at = startOfDate(zone, note.on);
    const written = { ...note, text: note.text[language] };
    if (at < timeline.until) await addNote(db, tenantId, { note: written, by: null, at, id: newId(at) });
  }
}

async function carryOut(
  unit: TicketUnit,
  { command, ticket, mergedWith, at, actor }: Move,
  ids: ReadonlyMap<string, string>,
): Promise<CommandOutcome> {
  switch (command.kind) {
    case 'openTicket':
      return unit.open(command, { at, actor });
    case 'mergeTickets':
      return unit.merge(ids.get(ticket)!, ids.get(mergedWith!)!, { at, actor });
    default:
      return unit.run(ids.get(ticket)!, command, { at, actor });
  }
}

function reasonOf(outcome: Exclude<CommandOutcome, { kind: 'done' }>): string {
  return outcome.kind === 'refused' ? outcome.code : outcome.kind;
}

/** All moves of some courses as they happened one after the other; those of one course keep their order. */
function inOrderOfTime(courses: readonly (readonly Move[])[]): Move[] {
  return courses.flat().sort((a, b) => a.at - b.at);
}

function* inChunks<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
