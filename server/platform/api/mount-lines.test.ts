import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import { createHttp, listen } from '../http.ts';
import { createLog } from '../log.ts';
import { sendLines } from './mount-lines.ts';

const route = { line: z.strictObject({ n: z.number() }) };

/** A server with one answer in lines, and the lines of its log. */
async function serve(t: TestContext, lines: AsyncGenerator<unknown>) {
  const logged: string[] = [];
  const http = createHttp(createLog('info', { write: (line: string) => void logged.push(line) }), {
    read: async () => ({ isReady: true }),
  });
  http.get('/lines', async (request, reply) => sendLines(request, reply, { route, lines, first: await lines.next() }));
  const address = await listen(http, '127.0.0.1', 0);
  t.after(() => http.close());
  return { address, logged };
}

test('a line is sent before the next one is made', async (t) => {
  const more = Promise.withResolvers<void>();
  async function* lines() {
    yield { n: 1 };
    await more.promise;
    yield { n: 2 };
  }
  const { address } = await serve(t, lines());
  const answer = await fetch(`${address}/lines`);
  assert.equal(answer.headers.get('content-type'), 'application/x-ndjson');
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  assert.equal((await reader.read()).value, '{"n":1}\n');
  more.resolve();
  assert.equal((await reader.read()).value, '{"n":2}\n');
  assert.equal((await reader.read()).done, true);
});

test('when the client goes away, no further line is asked for', async (t) => {
  const ended = Promise.withResolvers<void>();
  async function* endless() {
    try {
      for (let n = 0; ; n += 1) {
        yield { n };
        await new Promise((done) => setImmediate(done));
      }
    } finally {
      ended.resolve();
    }
  }
  const { address, logged } = await serve(t, endless());
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.write('GET /lines HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
  await once(socket, 'data');
  socket.destroy();
  await ended.promise;
  assert.deepEqual(
    logged.filter((line) => line.includes('lines cut off')),
    [],
  );
});

test('a line that its shape does not know cuts the answer off, and nothing of it leaves', async (t) => {
  async function* lines() {
    yield { n: 1 };
    yield { n: 2, secret: 'x' };
  }
  const { address, logged } = await serve(t, lines());
  const answer = await fetch(`${address}/lines`);
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  const seen: string[] = [];
  await assert.rejects(async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      seen.push(value);
    }
  });
  assert.doesNotMatch(seen.join(''), /secret/);
  assert.ok(logged.some((line) => line.includes('lines cut off')));
});
