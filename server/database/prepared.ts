import type { Duplex } from 'node:stream';
import type pg from 'pg';

const names = new Map<string, string>();

/**
 * A query that PostgreSQL parses and plans once a connection: for statements that a command runs again and again. The
 * text must come from a small set, never from input, for every text stays prepared as long as the connection lives.
 */
export function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  let name = names.get(text);
  if (name === undefined) {
    name = `kundig-${names.size}`;
    names.set(text, name);
  }
  return { name, text, values: [...values] };
}

/**
 * Carries out statements in their order and gives their answers. On a pipelined connection none waits for the one
 * before; when one fails, the transaction has failed and the others with it.
 */
export async function sendAll(client: pg.ClientBase, statements: readonly pg.QueryConfig[]): Promise<pg.QueryResult[]> {
  if ('pipeline' in client && client.pipeline === true) {
    const { stream } = (client as unknown as { readonly connection: { readonly stream: Duplex } }).connection;
    // All of them leave in one piece: a call of the system for each would cost more than making them.
    stream.cork();
    const answers = statements.map((statement) => client.query(statement));
    stream.uncork();
    return Promise.all(answers);
  }
  const answers: pg.QueryResult[] = [];
  for (const statement of statements) answers.push(await client.query(statement));
  return answers;
}
