import type { MembersSql } from './members.ts';
import { conditions } from './predicate.ts';
import type { SqlShape } from './statement.ts';

export interface Grouped {
  /** Of the select list, behind the period. */
  readonly columns: readonly string[];
  /** How many of them, from the first, tell the groups apart. */
  readonly keys: number;
  /** Which of the facts dated in a period. */
  readonly where: string;
}

/**
 * One row for each period and group of the members of a shape.
 *
 * Facts as they are known now, without a split and without a filter, are read from indexes alone, in the order of their
 * instants: then each period is a part of the index and is grouped by itself, which costs two thirds of looking up the
 * period of every fact.
 */
export function groupedSql(shape: SqlShape, members: MembersSql, { columns, keys, where }: Grouped): string {
  const ordinals = (from: number): string => Array.from({ length: keys }, (_, index) => from + index).join(', ');
  if (!isInOrder(shape)) {
    return `select
  ${[`${members.period} as period`, ...columns].join(',\n  ')}
from ${members.from}
where ${conditions(where, members.dated)}
group by 1, ${ordinals(2)}`;
  }
  const [edges, from, until] = (['edges', 'from', 'until'] as const).map((name) => members.parameters.of(name));
  const { order: at } = members;
  const dated = conditions(`${at} >= greatest(period.at, ${from})`, `${at} < least(period.until, ${until})`);
  return `select
  (period.number - 1)::integer as period,
  g.*
from unnest(${edges}, (${edges})[2:]) with ordinality as period(at, until, number)
cross join lateral (
  select
    ${columns.join(',\n    ').replaceAll(/\n(?! )/g, '\n    ')}
  from ${members.from}
  where ${conditions(where, dated).replaceAll('\n', '\n  ')}
  group by ${ordinals(1)}
) as g
where period.until is not null`;
}

function isInOrder({ figure, isNow, split, filters }: SqlShape): boolean {
  return isNow && figure.basis === 'flow' && split === null && filters.length === 0;
}
