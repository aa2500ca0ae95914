import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder, startServerProcess } from '#tests/kundig-process.ts';
import { preparedDataFolder } from '#tests/prepared-data-folder.ts';

const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');

test('every call of curl in the README is answered as it stands there', async (t) => {
  const folder = await preparedDataFolder(t);
  const { address } = await startServerProcess(t, folder, { environment: { KUNDIG_OPEN_ON_LOOPBACK: 'yes' } });
  const calls = [
    ...readme.matchAll(/^ {4}curl (?:-H '([\w-]+): ([^']+)' -d '([^']+)' )?'?http:\/\/127\.0\.0\.1:4600([^'\s]+)/gm),
  ];
  assert.equal(calls.length, readme.match(/^ {4}curl /gm)?.length);
  for (const [, header, value, body, path] of calls) {
    const sent = body === undefined ? {} : { method: 'POST', headers: { [header!]: value! }, body };
    const answer = await fetch(`${address}${path}`, sent);
    assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.text()}`);
  }
});
