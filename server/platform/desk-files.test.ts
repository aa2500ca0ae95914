import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { addDesk } from './desk-files.ts';
import { closeHttp, createHttp, listen } from './http.ts';
import { createLog } from './log.ts';

const script = `console.log(${JSON.stringify('x'.repeat(2000))})`;

async function served(t: TestContext): Promise<string> {
  const folders = ['new', 'old'].map((name) => {
    const folder = join(temporaryFolder(t), name);
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), `<meta property="csp-nonce" content="__NONCE__"><p>${name}</p>`);
    writeFileSync(join(folder, 'assets', `${name}-12345678.js`), script);
    writeFileSync(join(folder, 'assets', `${name}-12345678.js.gz`), gzipSync(script));
    writeFileSync(join(folder, 'assets', 'plain.js'), name);
    return folder;
  });
  const http = createHttp(createLog('silent'), { read: async () => ({ isReady: true }) });
  await addDesk(http, folders);
  const address = await listen(http, '127.0.0.1', 0);
  t.after(() => closeHttp(http));
  return address;
}

test('every address of the desk is the one page, which no browser keeps', async (t) => {
  const address = await served(t);
  for (const path of ['/desk/cockpit', '/desk/t/12?why=resolution', '/desk/q/backlog_open_count']) {
    const answer = await fetch(address + path);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.match(await answer.text(), /<p>new<\/p>/);
  }
  for (const path of ['/', '/desk', '/desk/']) {
    const answer = await fetch(address + path, { redirect: 'manual' });
    assert.equal(answer.headers.get('location'), '/desk/cockpit', path);
  }
});

test('the page may load from this server alone, and its nonce is another one each time', async (t) => {
  const address = await served(t);
  const seen = await Promise.all(
    [1, 2].map(async () => {
      const answer = await fetch(`${address}/desk/cockpit`);
      const policy = answer.headers.get('content-security-policy') ?? '';
      const [, nonce] = /content="([^"]+)"/.exec(await answer.text()) ?? [];
      assert.ok(nonce !== undefined && policy.includes(`'nonce-${nonce}'`));
      assert.match(policy, /default-src 'none';script-src 'self';/);
      assert.doesNotMatch(policy, /unsafe|https?:|\*/);
      return nonce;
    }),
  );
  assert.notEqual(seen[0], seen[1]);
});

test('files are sent compressed, kept for good when their name tells their content, and found in older builds', async (t) => {
  const address = await served(t);
  const fresh = await fetch(`${address}/desk/assets/new-12345678.js`, { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(fresh.headers.get('content-encoding'), 'gzip');
  assert.equal(fresh.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  assert.match(fresh.headers.get('content-type') ?? '', /javascript/);
  assert.equal(await fresh.text(), gunzipSync(gzipSync(script)).toString());
  assert.equal((await fetch(`${address}/desk/assets/old-12345678.js`)).status, 200);
  const plain = await fetch(`${address}/desk/assets/plain.js`);
  assert.deepEqual([plain.headers.get('cache-control'), await plain.text()], ['no-cache', 'new']);
});

test('a file that is missing is not answered with the page, and none outside is reached', async (t) => {
  const address = await served(t);
  for (const path of ['/desk/assets/gone-12345678.js', '/desk/assets/..%2findex.html']) {
    const answer = await fetch(address + path);
    assert.doesNotMatch(await answer.text(), /csp-nonce/);
    assert.ok([403, 404].includes(answer.status), `${path} ${answer.status}`);
  }
});
