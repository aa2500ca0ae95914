import { columnName, factTable } from '#core/facts/sql-name.ts';
import type { Figure } from '../definition.ts';
import type { Predicate } from '../predicate.ts';
import { countedSql, inQuestionSql, type MembersSql, membersSql, visibleSql } from './members.ts';
import { columnSql, conditions, predicateSql } from './predicate.ts';
import { Parameters, type SqlShape, type Statement } from './statement.ts';

/** Rows of `TallyRow`. */
export function tallySql(shape: SqlShape): Statement {
  const { figure } = shape;
  const members = membersSql(shape);
  const filtered = (predicate: Predicate): string => `count(*) filter (where ${predicateSql(predicate, members)})`;
  const [first, second] = sumsSql(figure, members);
  return statement(
    members,
    `select
  ${members.period} as period,
  ${members.split} as split,
  ${members.reason} as reason,
  count(*) as facts,
  ${figure.kind === 'share' ? filtered(figure.success) : '0'} as successes,
  ${figure.immature ? filtered(figure.immature) : '0'} as immature,
  ${first} as first_sum,
  ${second} as second_sum
from ${members.from}
where ${members.where}
group by 1, 2, 3`,
  );
}

/** Rows of `UndecidedRow`; null when the figure has no open verdicts. */
export function undecidedSql(shape: SqlShape): Statement | null {
  const { figure, split } = shape;
  if (!figure.undecided) return null;
  const context = { parameters: new Parameters(), settings: shape.settings };
  const { parameters } = context;
  return statement(
    context,
    `select
  width_bucket(f.created_at, ${parameters.of('edges')}) as edges_before,
  ${split === null ? 'null::text' : columnSql(split)} as split,
  count(*) as facts
from ${factTable(figure.of)} as f
where ${conditions(
      `f.tenant_id = ${parameters.of('tenant')}`,
      visibleSql(shape, context, 'f'),
      `f.created_at < ${parameters.of('until')}`,
      inQuestionSql(shape, context),
      countedSql(figure, context, 'f.excluded_as'),
      predicateSql(figure.undecided, context),
    )}
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
  const wanted = (['wantedPeriods', 'wantedSplits', 'wantedRanks'] as const).map((name) => parameters.of(name));
  return statement(
    members,
    `with sorted as materialized (
  select
    g.period,
    g.split,
    o.seconds
  from (
    select
      c.period,
      c.split,
      array_agg(c.seconds) as seconds
    from (
${indented(secondsSql(members), 6)}
    ) as c
    group by 1, 2
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

/** Rows of `HistogramRow`. */
export function histogramSql(shape: SqlShape): Statement {
  const members = membersSql(shape);
  return statement(
    members,
    `select
  c.period,
  c.split,
  width_bucket(c.seconds, ${members.parameters.of('bounds')}) - 1 as bucket,
  count(*) as facts
from (
${indented(secondsSql(members), 2)}
) as c
group by 1, 2, 3`,
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

/** The facts behind the figure: those counted and those left out, each with its ticket, its fate and shown columns. */
export function factsSql(shape: SqlShape): Statement {
  const { figure } = shape;
  const members = membersSql(shape);
  const shown = figure.show.map((name) => `${columnSql(name)} as ${columnName(name)}`);
  return statement(
    members,
    `select
  t.number,
  t.source_key,
  f.ticket_id,
  ${members.period} as period,
  ${members.split} as split,
  ${members.reason} as reason,
  ${figure.kind === 'share' ? predicateSql(figure.success, members) : 'null::boolean'} as success,
  ${members.seconds ?? 'null::bigint'} as seconds,
  ${shown.join(',\n  ')}
from ${members.from}
join ticket as t
  on t.tenant_id = f.tenant_id
  and t.id = f.ticket_id
where ${members.where}
order by
  period,
  ${figure.basis === 'stock' ? 'f.created_at' : columnSql(figure.datedBy)},
  t.number,
  f.fact_key
limit ${members.parameters.of('limit')}
offset ${members.parameters.of('offset')}`,
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

function sumsSql(figure: Figure, members: MembersSql): [first: string, second: string] {
  switch (figure.kind) {
    case 'count':
      return [figure.sumOf === null ? '0' : `sum(${columnSql(figure.sumOf)})`, '0'];
    case 'duration':
      return [`coalesce(sum(${members.seconds}), 0)`, '0'];
    case 'quotient':
      return [`sum(${columnSql(figure.numerator)})`, `sum(${columnSql(figure.denominator)})`];
    default:
      return ['0', '0'];
  }
}

function statement({ parameters }: { readonly parameters: Parameters }, text: string): Statement {
  return { text, parameters: [...parameters.names] };
}

function indented(text: string, spaces: number): string {
  return text.replaceAll(/^/gm, ' '.repeat(spaces));
}
