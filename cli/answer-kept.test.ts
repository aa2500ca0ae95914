import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { runKundig, startServerProcess } from '#tests/kundig-process.ts';
import { preparedDataFolder } from '#tests/prepared-data-folder.ts';

const rounds = 4;
const clients = 12;

test('after kill -9 under load a repeat finds each effect done once, with one answer for all', async (t) => {
  const folder = await preparedDataFolder(t);
  const made = await runKundig(t, ['token', 'create', '--role', 'agent'], { environment: { KUNDIG_DATA: folder } });
  const secret = made.out.trim().split('\n').at(-1) ?? '';
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const open = async (address: string, key: string): Promise<string> => {
    const body = JSON.stringify({ subject: key });
    const answer = await fetch(`${address}/api/v1/tickets`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': key },
      body,
    });
    return `${answer.status} ${await answer.text()}`;
  };
  const early: { key: string; answer: string }[] = [];
  const keys: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const server = await startServerProcess(t, folder);
    const under = Array.from({ length: clients }, (_, index) => `round-${round}-${index % 4}`);
    keys.push(...new Set(under));
    const sent = under.map(async (key) => early.push({ key, answer: await open(server.address, key) }));
    // Some are answered by now, some are at work, some wait.
    await sleep(15 * (round + 1));
    server.kill('SIGKILL');
    await Promise.allSettled(sent);
    await server.ended;
  }
  const server = await startServerProcess(t, folder);
  const late = new Map<string, string>();
  for (const key of keys) late.set(key, await open(server.address, key));
  for (const { key, answer } of early) assert.equal(late.get(key), answer);
  const list = await fetch(`${server.address}/api/v1/tickets?limit=200`, { headers });
  const { tickets } = (await list.json()) as { tickets: { subject: string }[] };
  assert.deepEqual(tickets.map(({ subject }) => subject).sort(), keys.toSorted());
});
