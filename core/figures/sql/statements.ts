import { countsSql } from './counts.ts';
import { groupedSql } from './groups.ts';
import { type MembersSql, membersSql, openVerdictSql, undecidedMembersSql } from './members.ts';
import { conditions } from './predicate.ts';
import { type SqlShape, type Statement, statement } from './statement.ts';

/**
 * Rows of `TallyRow`, and of `UndecidedRow` where `edges_before` is not null: facts whose verdict is open lie in no
 * period. As of a past instant they are found in the same reading, and a row may be both; as of now an index knows them
 * (`undecidedSql`).
 */
export function tallySql(shape: SqlShape): Statement {
  const members = membersSql(shape);
  const { parameters } = members;
  const undecided = shape.isNow ? null : openVerdictSql(shape, members);
  const inPeriod = (sql: string): string => (undecided ? `case when ${members.dated} then ${sql} end` : sql);
  const edgesBefore = undecided
    ? `case when ${undecided} then width_bucket(f.created_at, ${parameters.of('edges')}) end`
    : 'null::integer';
  return statement(
    members,
    `select
  ${inPeriod(members.period)} as period,
  ${members.split} as split,
  ${inPeriod(members.reason)} as reason,
  ${edgesBefore} as edges_before,
  count(*) as facts,
  ${Object.entries(countsSql(shape, members))
    .map(([name, sql]) => `${sql} as ${name}`)
    .join(',\n  ')}
from ${members.from}
where ${conditions(members.among, undecided ? `(${members.dated}\n  or ${undecided})` : members.dated)}
group by 1, 2, 3, 4`,
  );
}

/** The `UndecidedRow`s that do not come with the tally; null when there are none. */
export function undecidedSql(shape: SqlShape): Statement | null {
  const members = shape.isNow ? undecidedMembersSql(shape) : null;
  if (!members) return null;
  return statement(
    members,
    `select
  width_bucket(f.created_at, ${members.parameters.of('edges')}) as edges_before,
  ${members.split} as split,
  count(*) as facts
from ${members.from}
where ${members.where}
group by 1, 2`,
  );
}

/**
 * Rows of `RankedRow`: the wanted order statistics of the counted facts. The seconds of each group are gathered and
 * sorted by themselves: far cheaper than sorting all facts by period, split and seconds.
 */
export function rankedSql(shape: SqlShape): Statement {
  const members = membersSql(shape);
  const { parameters } = members;
  const gathered = groupedSql(shape, members, {
    columns: [`${members.split} as split`, `array_agg(${members.seconds}) as seconds`],
    keys: 1,
    where: conditions(members.among, members.counted),
  });
  const wanted = (['wantedPeriods', 'wantedSplits', 'wantedRanks'] as const).map((name) => parameters.of(name));
  return statement(
    members,
    `with sorted as materialized (
  select
    g.period,
    g.split,
    o.seconds
  from (
${indented(gathered, 4)}
  ) as g
  cross join lateral (
    select array_agg(s.seconds order by s.seconds) as seconds
    from unnest(g.seconds) as s(seconds)
  ) as o
)
select
  w.period,
  w.split,
  w.rank,
  s.seconds[w.rank + 1] as seconds
from sorted as s
join unnest(${wanted.join(', ')}) as w(period, split, rank)
  on w.period = s.period
  and (w.split is null) = (s.split is null)
  and coalesce(w.split, '') = coalesce(s.split, '')`,
  );
}

/** Rows of `LogSumsRow`. */
export function logSumsSql(shape: SqlShape): Statement {
  const members = membersSql(shape);
  const log = 'ln(c.seconds::float8)';
  return statement(
    members,
    `select
  c.period,
  c.split,
  count(*) as facts,
  count(*) filter (where c.seconds <= 0) as zeros,
  coalesce(sum(${log}) filter (where c.seconds > 0), 0) as sum,
  coalesce(sum(${log} * ${log}) filter (where c.seconds > 0), 0) as sum_of_squares
from (
${indented(secondsSql(members), 2)}
) as c
group by 1, 2`,
  );
}

/** Rows of `TechnicianDaysRow`. */
export function technicianDaysSql(shape: SqlShape): Statement {
  const members = membersSql(shape);
  const day = `width_bucket(f.at, ${members.parameters.of('dayEdges')})`;
  return statement(
    members,
    `select
  d.period,
  d.split,
  count(*) as days
from (
  select distinct
    ${members.period} as period,
    ${members.split} as split,
    f.handled_by,
    ${day} as day
  from ${members.from}
  where ${conditions(members.where, members.counted, 'f.handled_by is not null').replaceAll('\n', '\n  ')}
) as d
group by 1, 2`,
  );
}

function secondsSql(members: MembersSql): string {
  return `select
  ${members.period} as period,
  ${members.split} as split,
  ${members.seconds ?? 'null::bigint'} as seconds
from ${members.from}
where ${conditions(members.where, members.counted)}`;
}

function indented(text: string, spaces: number): string {
  return text.replaceAll(/^/gm, ' '.repeat(spaces));
}
