import { type CountName, countsSql } from './counts.ts';
import { groupedSql } from './groups.ts';
import { membersSql } from './members.ts';
import { conditions } from './predicate.ts';
import { Parameters, type SqlShape, type Statement, statement } from './statement.ts';

/** Names of the columns in which a row of several tallies says what it says of one figure. */
export interface TallyPlaces {
  /** True where the facts of the row are in question; null when all facts are. */
  readonly asked: string | null;
  readonly reason: string;
  readonly counts: Readonly<Record<CountName, string>>;
}

export interface Tallies extends Statement {
  /** In the order of the shapes. */
  readonly places: readonly TallyPlaces[];
}

/**
 * The tallies of several figures from one reading of their facts: grouped by what any of them asks and leaves out, so
 * that the rows of a figure are those in which it is asked, added up by period, split and reason.
 *
 * All shapes have facts of one kind, dated by the same column on the same basis (stocks: with the same condition), and
 * differ in their figure alone. None may find its open verdicts in the same reading, as `tallySql` does as of a past
 * instant.
 */
export function talliesSql(shapes: readonly SqlShape[]): Tallies {
  const parameters = new Parameters();
  const all = shapes.map((shape) => membersSql(shape, parameters));
  const [first] = all;
  if (!first) throw new Error('no figure to tally');
  const questions = [...new Set(all.map(({ inQuestion }) => inQuestion))];
  const keys = new Columns('key');
  const counts = new Columns('count');
  const places = all.map((members, index): TallyPlaces => {
    const { inQuestion, reason } = members;
    const own = Object.entries(countsSql(shapes[index]!, members)).map(([name, sql]) => [name, counts.of(sql)]);
    return {
      asked: questions.length === 1 || inQuestion === 'true' ? null : keys.of(`(${inQuestion})`),
      reason: keys.of(reason),
      counts: Object.fromEntries(own) as TallyPlaces['counts'],
    };
  });
  const text = groupedSql(shapes[0]!, first, {
    columns: [`${first.split} as split`, ...keys.list(), 'count(*) as facts', ...counts.list()],
    keys: 1 + keys.list().length,
    where: conditions(first.known, anyOf(questions)),
  });
  return { ...statement({ parameters }, text), places };
}

/** Columns of a select list, each expression once. */
class Columns {
  readonly #names = new Map<string, string>();
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** The name of the column that has this expression. */
  of(sql: string): string {
    const name = this.#names.get(sql) ?? `${this.#prefix}_${this.#names.size + 1}`;
    this.#names.set(sql, name);
    return name;
  }

  list(): string[] {
    return [...this.#names].map(([sql, name]) => `${sql} as ${name}`);
  }
}

function anyOf(questions: readonly string[]): string {
  if (questions.length === 1 || questions.includes('true')) return questions.length === 1 ? questions[0]! : 'true';
  return `(${questions.map((question) => `(${question})`).join('\n  or ')})`;
}
