import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Column } from '#core/facts/column.ts';
import { FACT_KINDS, factColumns } from '#core/facts/kinds.ts';
import { columnName, factTable, SQL_TYPES } from '#core/facts/sql-name.ts';
import { testDatabase } from '#server/testing/test-database.ts';

const database = await testDatabase();
const SQL_NAMES: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone' };

for (const kind of FACT_KINDS) {
  test(`the table of ${kind} facts has exactly the columns of the kind`, async () => {
    const result = await database.ownerPool.query(
      `select c.column_name, c.data_type, c.is_nullable = 'YES' as is_nullable
       from information_schema.columns as c
       where c.table_name = $1
         and c.is_generated = 'NEVER'
         and c.column_name not in ('tenant_id', 'ticket_id', 'known_from', 'known_to')
       order by 1`,
      [factTable(kind)],
    );
    const expected = Object.entries(factColumns[kind] as Record<string, Column>)
      .map(([name, { type, isNullable }]) => ({
        column_name: columnName(name),
        data_type: SQL_NAMES[SQL_TYPES[type]] ?? SQL_TYPES[type],
        is_nullable: isNullable,
      }))
      .sort((a, b) => (a.column_name < b.column_name ? -1 : 1));
    assert.deepEqual(result.rows, expected);
  });
}
