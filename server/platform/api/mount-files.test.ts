import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { createHttp, listen } from '../http.ts';
import { createLog } from '../log.ts';
import { type SendOptions, type SentFile, sendFile } from './mount-files.ts';

const PIECE = 'x'.repeat(16_384);

/** A file without end that counts its pieces and says when its source was let go. */
function endlessFile() {
  const seen = { pieces: 0, ended: Promise.withResolvers<void>() };
  async function* pieces() {
    try {
      for (;;) {
        seen.pieces += 1;
        yield PIECE;
      }
    } finally {
      seen.ended.resolve();
    }
  }
  return { seen, write: (sink: Writable) => pipeline(Readable.from(pieces()), sink) };
}

/** A server with one file, and the lines of its log. */
async function serve(t: TestContext, file: Partial<SentFile & SendOptions> & Pick<SentFile, 'write'>) {
  const lines: string[] = [];
  const http = createHttp(createLog('info', { write: (line: string) => void lines.push(line) }), {
    read: async () => ({ isReady: true }),
  });
  http.get('/file', async (request, reply) =>
    sendFile(request, reply, { name: 'a.csv', mediaType: 'text/csv; charset=utf-8', ...file }),
  );
  const address = await listen(http, '127.0.0.1', 0);
  t.after(() => http.close());
  return { address, lines };
}

function ask(address: string): Socket {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('GET /file HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
  return socket;
}

/** Waits until a number does not change any more. */
async function settled(read: () => number): Promise<number> {
  for (let last = -1; ; ) {
    const now = read();
    if (now > 0 && now === last) return now;
    last = now;
    await setTimeout(100);
  }
}

test('a file is written no faster than the client takes it', async (t) => {
  const { seen, write } = endlessFile();
  const { address } = await serve(t, { write });
  const socket = ask(address);
  socket.pause();
  const whileStalled = await settled(() => seen.pieces);
  let taken = 0;
  for await (const piece of socket) {
    taken += (piece as Buffer).length;
    if (taken > 4 * whileStalled * PIECE.length) break;
  }
  assert.ok(seen.pieces > whileStalled);
});

test('when the client goes away, the source of the file is let go', async (t) => {
  const { seen, write } = endlessFile();
  const { address, lines } = await serve(t, { write });
  const socket = ask(address);
  await once(socket, 'data');
  socket.destroy();
  await seen.ended.promise;
  assert.deepEqual(
    lines.filter((line) => line.includes('file cut off')),
    [],
  );
});

test('a client that takes nothing for too long is cut off, and the source let go', async (t) => {
  const { seen, write } = endlessFile();
  const { address } = await serve(t, { write, longestStallMilliseconds: 300 });
  const socket = ask(address);
  socket.pause();
  await seen.ended.promise;
  socket.destroy();
});

test('a file that fails on its way is cut off, so that nobody takes it for a whole one', async (t) => {
  async function* pieces() {
    yield PIECE;
    await setTimeout(20);
    throw new Error('the source broke');
  }
  const { address, lines } = await serve(t, { write: (sink) => pipeline(Readable.from(pieces()), sink) });
  const answer = await fetch(`${address}/file`);
  assert.equal(answer.status, 200);
  await assert.rejects(answer.text());
  assert.ok(lines.some((line) => line.includes('file cut off')));
});

test('a name that could end the header it stands in is no name', async (t) => {
  const { address } = await serve(t, { name: 'a"\r\nset-cookie: x', write: async (sink) => void sink.end() });
  assert.equal((await fetch(`${address}/file`)).status, 500);
});
