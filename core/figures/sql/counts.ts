import { oldestSince } from '../beside.ts';
import type { Figure } from '../definition.ts';
import type { Predicate } from '../predicate.ts';
import type { MembersSql } from './members.ts';
import { columnSql, predicateSql } from './predicate.ts';
import type { SqlShape } from './statement.ts';

/** What a `TallyRow` says of its facts beside their number. */
export type CountName =
  | 'successes'
  | 'immature'
  | 'first_sum'
  | 'second_sum'
  | 'at_least'
  | 'parts'
  | 'oldest'
  | 'seconds';

/** The aggregates of a tally, over the facts of each of its groups. */
export function countsSql(shape: SqlShape, members: MembersSql): Readonly<Record<CountName, string>> {
  const { figure } = shape;
  const filtered = (predicate: Predicate): string => `count(*) filter (where ${predicateSql(predicate, members)})`;
  const [first, second] = sumsSql(figure, members);
  return {
    successes: figure.kind === 'share' ? filtered(figure.success) : '0',
    immature: figure.immature ? filtered(figure.immature) : '0',
    first_sum: first,
    second_sum: second,
    at_least: atLeastSql(figure, members),
    parts: partsSql(figure, members),
    oldest: oldestSql(figure, members),
    seconds: secondsOfAllSql(shape, members),
  };
}

/** With more periods than this the seconds of a stock are too many to be handed over. */
const MOST_PERIODS_WITH_SECONDS = 24;

/** Unsorted: an aggregate with an order is never computed in several processes. */
function secondsOfAllSql({ figure, periods }: SqlShape, { seconds }: MembersSql): string {
  const isFew = figure.basis === 'stock' && seconds !== null && periods <= MOST_PERIODS_WITH_SECONDS;
  return isFew ? `array_agg(${seconds})` : 'null::bigint[]';
}

function sumsSql(figure: Figure, members: MembersSql): [first: string, second: string] {
  switch (figure.kind) {
    case 'count':
      return [figure.sumOf === null ? '0' : `sum(${columnSql(figure.sumOf)})`, '0'];
    case 'duration':
      return [`coalesce(sum(${members.seconds}), 0)`, '0'];
    case 'mean': {
      const column = columnSql(figure.column);
      return [`sum(${column})`, `sum(${column}::bigint * ${column})`];
    }
    case 'quotient':
      return [`sum(${columnSql(figure.numerator)})`, `sum(${columnSql(figure.denominator)})`];
    default:
      return ['0', '0'];
  }
}

/** Facts of each part beside the figure. */
function partsSql({ beside }: Figure, members: MembersSql): string {
  const parts = beside.flatMap((one) =>
    one.kind === 'part' ? [`count(*) filter (where ${predicateSql(one.where, members)})`] : [],
  );
  return parts.length === 0 ? "'{}'::bigint[]" : `array[${parts.join(', ')}]`;
}

function oldestSql(figure: Figure, members: MembersSql): string {
  const since = oldestSince(figure);
  if (since === null) return 'null::bigint';
  return `max(extract(epoch from ${members.now()} - ${columnSql(since)}))::bigint`;
}

/** Facts at least so long as each class of a duration says. Ages are compared as instants: that is cheaper. */
function atLeastSql(figure: Figure, members: MembersSql): string {
  const classes = figure.kind === 'duration' ? figure.classes : null;
  if (!classes || figure.kind !== 'duration') return "'{}'::bigint[]";
  const { seconds } = figure;
  const counts = classes.map((bound) =>
    'column' in seconds
      ? `count(*) filter (where ${columnSql(seconds.column)} >= ${bound})`
      : `count(*) filter (where ${columnSql(seconds.ageSince)} <= ${members.now()} - interval '${bound} seconds')`,
  );
  return `array[\n    ${counts.join(',\n    ')}\n  ]`;
}
