import { CompiledQuery, type Kysely } from 'kysely';
import { answerFigure } from '#core/figures/answer.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import type { Database } from '#server/database/schema.ts';
import { type FigureQuestion, queryOf, readLastEventAt, sqlSource } from '#server/features/figures/index.ts';
import { inTenant } from '#server/platform/database.ts';
import { hint } from '../bench.ts';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Actual Total Time': number;
  readonly 'Workers Launched'?: number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

/** Prints how PostgreSQL computes a figure, statement by statement: the nodes of each plan, their rows and times. */
export async function explainFigure(db: Kysely<Database>, question: FigureQuestion): Promise<void> {
  await inTenant(db, defaultTenantId, async (transaction) => {
    const statements: CompiledQuery[] = [];
    const listening = {
      executeQuery: (query: CompiledQuery) => {
        statements.push(query);
        return transaction.executeQuery(query);
      },
    };
    const lastEventAt = await readLastEventAt(transaction, defaultTenantId);
    const source = sqlSource(listening as unknown as Kysely<Database>, { tenantId: defaultTenantId, lastEventAt });
    await answerFigure(queryOf(question), source);
    for (const { sql, parameters } of statements) {
      const explained = CompiledQuery.raw(`explain (analyze, buffers, format json) ${sql}`, [...parameters]);
      const { rows } = await transaction.executeQuery<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(explained);
      printNode(rows[0]!['QUERY PLAN'][0].Plan, 1);
    }
  });
}

function printNode(node: PlanNode, depth: number): void {
  const of = [node['Relation Name'], node['Index Name']].filter((name) => name !== undefined).join(' by ');
  const blocks = node['Shared Hit Blocks'] + node['Shared Read Blocks'];
  const workers = node['Workers Launched'] === undefined ? '' : `, ${node['Workers Launched']} workers`;
  const figures = `${node['Actual Rows']} rows x ${node['Actual Loops']}, ${node['Actual Total Time'].toFixed(0)} ms, ${blocks} blocks${workers}`;
  hint(`  ${'  '.repeat(depth)}${[node['Node Type'], of].filter((part) => part !== '').join(' on ')}: ${figures}`);
  for (const child of node.Plans ?? []) printNode(child, depth + 1);
}
