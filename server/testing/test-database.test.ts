import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { createTestDatabase, dropTestDatabase } from './test-database.ts';

test('a database goes though somebody is connected to it', async (t) => {
  const url = await createTestDatabase('empty');
  const client = new pg.Client({ connectionString: url });
  t.after(() => client.end());
  const lost: string[] = [];
  client.on('error', (error) => lost.push(error.message));
  await client.connect();
  await dropTestDatabase(url);
  assert.match(lost.join(', '), /terminating connection/);
  await assert.rejects(new pg.Client({ connectionString: url }).connect(), { code: '3D000' });
  await dropTestDatabase(url);
});
