import assert from 'node:assert/strict';
import { PAYLOADS, type Payload, SHOWN } from './payloads.ts';

/*
 * A desk into which every payload has been put through every door there is: commands, an imported file with its name,
 * columns, values and people, unreadable rows, views, notes, baselines, targets.
 */

/** Where the payloads stand. */
export interface HostileDesk {
  /** `2026-11`: the month in which the tickets came. */
  readonly month: string;
  /** The number of the ticket of each payload, in the order of SHOWN. */
  readonly numbers: readonly number[];
  /** Numbers of tickets whose timelines hold all payloads as messages. */
  readonly talks: readonly number[];
  /** Imports: one that was run, one whose rows cannot be read. */
  readonly imports: { readonly run: string; readonly unreadable: string };
}

const LONGEST_NAME = 80;
const LONGEST_KEY = 200;
const MOST_VIEWS = 50;
const LONGEST_REASON = 1_000;
const LIMITED = 'tickets_created_count';
const PROMISED = 'reopen_rate_pct';
const AT_ONCE = 8;
/** Payloads in one text: messages and notes are long, and one timeline shows them all. */
const IN_A_MESSAGE = 12;
const MESSAGES_IN_A_TALK = 12;

/** The one at a place, counted round and round. */
const around = (place: number): string => SHOWN[place % SHOWN.length]!.input;
const texts = (payloads: readonly Payload[]): readonly string[] => payloads.map(({ input }) => input);
/** Owners of targets, one after another. */
export const inTargets = SHOWN.slice(0, 12);
export const inViews = SHOWN.filter(({ input }) => input.length <= LONGEST_NAME).slice(-MOST_VIEWS);
/** Each eighth: a chart with hundreds of notes shows none of them. */
export const inNotes = SHOWN.filter((_, place) => place % 8 === 0);

/** Fills an empty desk that is open to this machine. */
export async function fillHostileDesk(address: string): Promise<HostileDesk> {
  const desk = talkingTo(address);
  const { now } = await desk.get<{ now: string }>('session');
  await refuseOthers(desk);
  const numbers: number[] = [];
  await inTurns(SHOWN, async (payload, place) => {
    const { number } = await desk.post<{ number: number }>('tickets', ticketOf(payload, place), 201);
    numbers[place] = number;
  });
  const talks = await holdTalks(desk);
  await inTurns(inViews, ({ input }) => {
    const where = encodeURIComponent(`service=${input}`).replaceAll('%00', '');
    return desk.post('views', { name: input, address: `/desk/cockpit?where=${where}` }, 201);
  });
  await annotate(desk, now);
  const imports = { run: await importAll(desk), unreadable: await importUnreadable(desk) };
  return { month: now.slice(0, 7), numbers, talks, imports };
}

function ticketOf({ input }: Payload, place: number): object {
  return {
    subject: input,
    description: `${input}\n${input}`,
    customer: around(place + 1),
    team: around(place + 2),
    service: around(place + 3),
    priority: around(place + 4),
    type: around(place + 5),
    channel: around(place + 6),
    level: around(place + 7),
  };
}

/** What is no text at all is refused, with words that do not repeat it. */
async function refuseOthers(desk: Talking): Promise<void> {
  for (const { input, expect } of PAYLOADS) {
    if (expect === 'refused') await desk.post('tickets', { subject: input }, 400);
  }
}

async function holdTalks(desk: Talking): Promise<readonly number[]> {
  const messages = pieces(texts(SHOWN), IN_A_MESSAGE).map((some) => some.join('\n'));
  const talks: number[] = [];
  for (const some of pieces(messages, MESSAGES_IN_A_TALK)) {
    const { number } = await desk.post<{ number: number }>('tickets', { subject: 'Talk', description: some[0] }, 201);
    const command = (kind: string, body: object) => desk.post(`tickets/${number}/commands/${kind}`, body);
    for (const [place, text] of some.entries()) {
      const kind = (['reply', 'receiveMessage', 'waitForRequester', 'escalate'] as const)[place % 4]!;
      if (kind === 'reply') await command(kind, { body: text, visibility: place % 8 ? 'internal' : 'public' });
      if (kind === 'receiveMessage') await command(kind, { body: text, isTrivial: false });
      if (kind === 'waitForRequester') await command(kind, { reason: text.slice(0, 4_000) });
      if (kind === 'escalate') {
        await command(kind, { reason: text.slice(0, 4_000) });
        await command('answerEscalation', { body: text });
      }
    }
    await command('resolve', { solution: some.at(-1) });
    talks.push(number);
  }
  return talks;
}

/** Notes, a baseline with its reason, and the owners of targets. */
async function annotate(desk: Talking, now: string): Promise<void> {
  const today = now.slice(0, 10);
  for (const { input } of inNotes) await desk.post('notes', { on: today, text: input }, 201);
  const reason = texts(SHOWN).join('\n').slice(0, LONGEST_REASON);
  await desk.post(`figures/${LIMITED}/baselines`, { from: today, reason }, 201);
  for (const [place, { input }] of inTargets.entries()) {
    const validFrom = `2026-01-${String(place + 1).padStart(2, '0')}`;
    await desk.post(`figures/${PROMISED}/targets`, { value: 80, direction: 'at_least', owner: input, validFrom }, 201);
  }
}

const NAMES = ['Ticket', 'Created', 'Status', 'Team', 'Agent', 'Service', 'Channel', 'Type', 'Urgency'] as const;

/** Names of columns may not be alike, and some of the payloads stand among them. */
export const inHeader = SHOWN.slice(0, 40);
const header = [...NAMES, ...texts(inHeader)];

async function importAll(desk: Talking): Promise<string> {
  const inLine = SHOWN.filter(({ input }) => !/\p{Cc}/u.test(input));
  const at = (place: number): string => inLine[place % inLine.length]!.input;
  const rows = inLine.map(({ input }, place) => [
    `T-${place}`,
    '2026-03-02T08:00:00Z',
    at(place % 40),
    at(place + 1),
    input,
    at(place + 2),
    at(place + 3),
    at(place + 4),
    at(place + 5),
    ...Array.from({ length: 40 }, (_, column) => at(place + column)),
  ]);
  const id = await upload(desk, `${around(0)}${around(29)}.csv`.slice(-LONGEST_KEY), rows);
  await desk.post(`imports/${id}/draft`, { mapping: mapping('hostile') });
  await done(desk, id, 'dry-run');
  await done(desk, id, 'run');
  return id;
}

async function importUnreadable(desk: Talking): Promise<string> {
  const rows = SHOWN.slice(0, 40).map(({ input }, place) => [`T-${place}`, input, 'open']);
  const id = await upload(desk, '"><img src=x onerror=ran(0)>.csv', rows);
  await desk.post(`imports/${id}/draft`, { mapping: mapping('unreadable') });
  await done(desk, id, 'dry-run');
  return id;
}

async function upload(desk: Talking, name: string, rows: readonly (readonly string[])[]): Promise<string> {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const wide = rows.map((row) => [...row, ...Array<string>(Math.max(0, header.length - row.length)).fill('')]);
  const csv = [header, ...wide].map((row) => row.map(cell).join(',')).join('\n');
  const { id } = await desk.send<{ id: string }>(`imports?name=${encodeURIComponent(name)}`, csv, 'text/csv');
  await settled(desk, id);
  return id;
}

function mapping(source: string): object {
  return {
    source,
    rows: 'ticket',
    ticket: { column: 'Ticket' },
    createdAt: { column: 'Created' },
    state: { column: 'Status', values: { [around(0)]: 'in_progress' }, unknown: 'in_progress' },
    team: { column: 'Team' },
    assignee: { column: 'Agent' },
    service: { column: 'Service' },
    channel: { column: 'Channel' },
    type: { column: 'Type' },
    priority: { column: 'Urgency' },
  };
}

async function done(desk: Talking, id: string, task: 'dry-run' | 'run'): Promise<void> {
  await desk.post(`imports/${id}/${task}`, {});
  await settled(desk, id);
}

async function settled(desk: Talking, id: string): Promise<void> {
  for (;;) {
    const { task } = await desk.get<{ task: { state: string; failure: string | null } | null }>(`imports/${id}`);
    if (task?.state === 'done') return;
    assert.ok(task !== null && ['waiting', 'working'].includes(task.state), `${task?.state} ${task?.failure}`);
    await new Promise((wait) => setTimeout(wait, 50));
  }
}

interface Talking {
  get<Body>(path: string): Promise<Body>;
  post<Body>(path: string, body: object, status?: number): Promise<Body>;
  send<Body>(path: string, body: string, type: string): Promise<Body>;
}

function talkingTo(address: string): Talking {
  const ask = async <Body>(path: string, init: RequestInit, status: number): Promise<Body> => {
    const answer = await fetch(`${address}/api/v1/${path}`, init);
    const text = await answer.text();
    assert.equal(answer.status, status, `${path} ${String(init.body).slice(0, 200)}: ${text}`);
    return JSON.parse(text) as Body;
  };
  const post = (type: string, body: string): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  return {
    get: (path) => ask(path, {}, 200),
    post: (path, body, status = 200) => ask(path, post('application/json', JSON.stringify(body)), status),
    send: (path, body, type) => ask(path, post(type, body), 201),
  };
}

/** Some at once, in the order of the list. */
async function inTurns<Item>(
  items: readonly Item[],
  act: (item: Item, place: number) => Promise<unknown>,
): Promise<void> {
  for (const some of pieces([...items.entries()], AT_ONCE))
    await Promise.all(some.map(([place, item]) => act(item, place)));
}

function pieces<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, piece) =>
    items.slice(piece * size, (piece + 1) * size),
  );
}
