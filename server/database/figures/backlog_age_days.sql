-- backlog_age_days: written by "npm run generate" from core/figures, never by hand.

-- figure: $1 tenant, $2 points, $3 asOf, $4 filter:team
select
  (point.number - 1)::integer as period,
  f.priority as split,
  case when x.excluded_as is not null then x.excluded_as end as reason,
  null::integer as edges_before,
  count(*) as facts,
  0 as successes,
  0 as immature,
  coalesce(sum(extract(epoch from point.at - f.created_at)::bigint), 0) as first_sum,
  0 as second_sum,
  array[
    count(*) filter (where f.created_at <= point.at - interval '0 seconds'),
    count(*) filter (where f.created_at <= point.at - interval '86400 seconds'),
    count(*) filter (where f.created_at <= point.at - interval '259200 seconds'),
    count(*) filter (where f.created_at <= point.at - interval '604800 seconds'),
    count(*) filter (where f.created_at <= point.at - interval '1209600 seconds'),
    count(*) filter (where f.created_at <= point.at - interval '2592000 seconds')
  ] as at_least,
  '{}'::bigint[] as parts,
  null::bigint as oldest,
  array_agg(extract(epoch from point.at - f.created_at)::bigint) as seconds
from unnest($2::timestamptz[]) with ordinality as point(at, number)
cross join lateral (values (0, point.at - interval '900 seconds'), (1, point.at - interval '3600 seconds'), (2, point.at - interval '14400 seconds'), (3, point.at - interval '86400 seconds'), (4, point.at - interval '345600 seconds'), (5, point.at - interval '1728000 seconds'), (6, point.at - interval '8640000 seconds'), (7, '-infinity'), (8, '-infinity')) as length(class, since)
cross join lateral (
  select f.*
  from fact_span as f
  where f.tenant_id = $1::uuid
    and f.length_class = length.class
    and f.known_from >= length.since
    and f.known_from < point.at
    and f.known_to >= point.at
    and f.is_active
  offset 0
) as f
left join fact_span as x
  on x.tenant_id = f.tenant_id
  and x.ticket_id = f.ticket_id
  and x.excluded_as is not null
  and x.known_from < $3::timestamptz
    and x.known_to >= $3::timestamptz
where f.is_active
  and f.team is not distinct from $4
group by 1, 2, 3, 4;

-- order statistics: $1 tenant, $2 points, $3 asOf, $4 filter:team, $5 wantedPeriods, $6 wantedSplits, $7 wantedRanks
with sorted as materialized (
  select
    g.period,
    g.split,
    o.seconds
  from (
    select
      (point.number - 1)::integer as period,
      f.priority as split,
      array_agg(extract(epoch from point.at - f.created_at)::bigint) as seconds
    from unnest($2::timestamptz[]) with ordinality as point(at, number)
    cross join lateral (values (0, point.at - interval '900 seconds'), (1, point.at - interval '3600 seconds'), (2, point.at - interval '14400 seconds'), (3, point.at - interval '86400 seconds'), (4, point.at - interval '345600 seconds'), (5, point.at - interval '1728000 seconds'), (6, point.at - interval '8640000 seconds'), (7, '-infinity'), (8, '-infinity')) as length(class, since)
    cross join lateral (
      select f.*
      from fact_span as f
      where f.tenant_id = $1::uuid
        and f.length_class = length.class
        and f.known_from >= length.since
        and f.known_from < point.at
        and f.known_to >= point.at
        and f.is_active
      offset 0
    ) as f
    left join fact_span as x
      on x.tenant_id = f.tenant_id
      and x.ticket_id = f.ticket_id
      and x.excluded_as is not null
      and x.known_from < $3::timestamptz
        and x.known_to >= $3::timestamptz
    where f.is_active
      and f.team is not distinct from $4
      and x.excluded_as is null
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
join unnest($5::integer[], $6::text[], $7::bigint[]) as w(period, split, rank)
  on w.period = s.period
  and (w.split is null) = (s.split is null)
  and coalesce(w.split, '') = coalesce(s.split, '');

-- facts that count: $1 tenant, $2 points, $3 asOf, $4 filter:team, $5 afterAt, $6 afterTicket, $7 afterKey, $8 afterPeriod, $9 limit
select
  t.number,
  t.source_key,
  t.state as ticket_state,
  t.customer as ticket_customer,
  subject.body as ticket_subject,
  p.*
from (
  select
    f.ticket_id,
    f.fact_key,
    (point.number - 1)::integer as period,
    f.created_at as dated,
    f.priority as split,
    case when x.excluded_as is not null then x.excluded_as end as reason,
    null::boolean as success,
    extract(epoch from point.at - f.created_at)::bigint as seconds,
    f.service as service,
    f.team as team,
    f.priority as priority,
    f.level as level,
    f.created_at as created_at,
    f.state as state
  from unnest($2::timestamptz[]) with ordinality as point(at, number)
  cross join lateral (values (0, point.at - interval '900 seconds'), (1, point.at - interval '3600 seconds'), (2, point.at - interval '14400 seconds'), (3, point.at - interval '86400 seconds'), (4, point.at - interval '345600 seconds'), (5, point.at - interval '1728000 seconds'), (6, point.at - interval '8640000 seconds'), (7, '-infinity'), (8, '-infinity')) as length(class, since)
  cross join lateral (
    select f.*
    from fact_span as f
    where f.tenant_id = $1::uuid
      and f.length_class = length.class
      and f.known_from >= length.since
      and f.known_from < point.at
      and f.known_to >= point.at
      and f.is_active
    offset 0
  ) as f
  left join fact_span as x
    on x.tenant_id = f.tenant_id
    and x.ticket_id = f.ticket_id
    and x.excluded_as is not null
    and x.known_from < $3::timestamptz
      and x.known_to >= $3::timestamptz
  where f.is_active
    and f.team is not distinct from $4
    and x.excluded_as is null
    and ((point.number - 1)::integer, f.created_at, f.ticket_id, f.fact_key) > ($8::integer, $5::timestamptz, $6::uuid, $7::text)
  order by
    period,
    dated,
    ticket_id,
    fact_key
  limit $9::bigint
) as p
join ticket as t
  on t.tenant_id = $1::uuid
  and t.id = p.ticket_id
left join ticket_text as subject
  on subject.tenant_id = $1::uuid
  and subject.ticket_id = t.id
  and subject.sequence = 1
  and subject.part = 'subject'
order by
  p.period,
  p.dated,
  p.ticket_id,
  p.fact_key;
