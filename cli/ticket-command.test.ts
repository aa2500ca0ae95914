import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { before, test } from 'node:test';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { Failure } from '#server/platform/failure.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { settingsFor } from '#tests/import-command.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { run } from './ticket.ts';

const database = await testDatabase();
const desk = randomDesk(17, 40);

async function kundigTicket(...args: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const collecting = new Writable({
    decodeStrings: false,
    write: (text, _encoding, done) => {
      out += text;
      done();
    },
  });
  const code = await run(args, {
    out: collecting,
    err: collecting,
    environment: settingsFor(database),
    workingFolder: process.cwd(),
    language: 'en',
    stopSignal: () => new AbortController().signal,
  });
  return { code, out };
}

before(() => storeDesk(database, defaultTenantId, desk));

test('every ticket of a random desk can be shown, and its deadlines be explained', async () => {
  for (const [index, events] of desk.histories.entries()) {
    const { code, out } = await kundigTicket(String(index + 1), '--why');
    assert.equal(code, 0);
    assert.match(out, new RegExp(`^Ticket ${index + 1}: `));
    assert.doesNotMatch(out, /\{\w+\}|undefined|NaN|Infinity/);
    assert.equal(out.split('\n').indexOf('', 3) - 4, events.length);
  }
});

test('as JSON, elapsed and used seconds agree', async () => {
  const promised = desk.histories.findIndex(
    ([first]) => first?.kind === 'ticketOpened' && first.promise.kind === 'agreement',
  );
  const { out } = await kundigTicket(String(promised + 1), '--json');
  const { number, deadlines } = JSON.parse(out);
  assert.equal(number, promised + 1);
  assert.ok(deadlines.length >= 2);
  for (const { story, reading } of deadlines) {
    const used = story.reduce((sum: number, entry: { kind: string; usedSeconds: number }) => {
      return entry.kind === 'running' ? sum + entry.usedSeconds : sum;
    }, 0);
    assert.equal(used, reading.elapsedSeconds);
  }
});

test('a number that no ticket has is refused by a sentence', async () => {
  await assert.rejects(kundigTicket('4711'), (error) => {
    assert.ok(error instanceof Failure);
    assert.equal(error.describe('de'), 'Es gibt keinen Vorgang mit der Nummer 4711.');
    return true;
  });
});
