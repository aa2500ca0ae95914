import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { runKundig, startServerProcess, statusOf } from '#tests/kundig-process.ts';
import { preparedDataFolder } from '#tests/prepared-data-folder.ts';

const token = async (t: TestContext, folder: string, ...args: string[]) =>
  await runKundig(t, ['token', ...args], { environment: { KUNDIG_DATA: folder } });

async function statusWith(address: string, secret: string): Promise<number> {
  const answer = await fetch(`${address}/api/v1/figures`, { headers: { authorization: `Bearer ${secret}` } });
  await answer.arrayBuffer();
  return answer.status;
}

test('a token made beside a running server opens it, and once revoked opens nothing', async (t) => {
  const folder = await preparedDataFolder(t);
  const server = await startServerProcess(t, folder);
  assert.equal(await statusOf(`${server.address}/api/v1/figures`), 401);
  const made = await token(t, folder, 'create', '--role', 'reader', '--name', 'Wall screen');
  const secret = made.out.trim().split('\n').at(-1) ?? '';
  assert.match(secret, /^kundig_[\w-]{43}$/);
  assert.equal(await statusWith(server.address, secret), 200);
  const [listed] = JSON.parse((await token(t, folder, 'list', '--json')).out);
  assert.deepEqual(
    [listed.name, listed.role, listed.state, listed.expiresAt],
    ['Wall screen', 'reader', 'valid', null],
  );
  const revoked = await token(t, folder, 'revoke', listed.id);
  assert.deepEqual([revoked.code, revoked.err], [0, '']);
  assert.equal(await statusWith(server.address, secret), 401);
  assert.equal(JSON.parse((await token(t, folder, 'list', '--json')).out)[0].state, 'revoked');
});

test('no list shows a token', async (t) => {
  const folder = await preparedDataFolder(t);
  const made = await token(t, folder, 'create', '--role', 'agent', '--expires', '2199-01-01');
  const secret = made.out.trim().split('\n').at(-1) ?? '?';
  for (const list of [await token(t, folder, 'list'), await token(t, folder, 'list', '--json')]) {
    assert.match(list.out, /agent/);
    assert.ok(!list.out.includes(secret));
  }
});

for (const [args, message] of [
  [['create'], /^Usage: kundig token create/],
  [['create', '--role', 'king'], /^Usage: /],
  [['create', '--role', 'agent', '--rolle', 'x'], /^Usage: /],
  [['revoke'], /^Usage: /],
  [['dance'], /^Usage: /],
  [['create', '--role', 'agent', '--expires', '2020-01-01'], /^"2020-01-01" is no date and no instant in the future/],
  [['create', '--role', 'agent', '--expires', 'soon'], /^"soon" is no date/],
  [['revoke', 'x'], /^There is no valid token with the id "x"/],
  [['revoke', '00000000-0000-7000-8000-00000000dead'], /^There is no valid token/],
] as const) {
  test(`kundig token ${args.join(' ')} ends with a sentence`, async (t) => {
    const ended = await token(t, await preparedDataFolder(t), ...args);
    assert.equal(ended.code, 1);
    assert.match(ended.err, message);
  });
}
