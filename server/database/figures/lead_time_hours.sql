-- lead_time_hours: written by "npm run generate" from core/figures, never by hand.

-- figure: $1 tenant, $2 asOf, $3 filter:team, $4 from, $5 until, $6 edges
select
  width_bucket(f.at, $6::timestamptz[]) - 1 as period,
  f.priority as split,
  case when f.excluded_as is not null then f.excluded_as end as reason,
  null::integer as edges_before,
  count(*) as facts,
  0 as successes,
  0 as immature,
  coalesce(sum(f.lead_seconds), 0) as first_sum,
  0 as second_sum,
  '{}'::bigint[] as at_least,
  '{}'::bigint[] as parts,
  null::bigint as oldest,
  null::bigint[] as seconds
from fact_resolution as f
where f.tenant_id = $1::uuid
  and f.known_from < $2::timestamptz
  and f.known_to >= $2::timestamptz
  and f.team is not distinct from $3
  and (f.at >= $4::timestamptz and f.at < $5::timestamptz)
group by 1, 2, 3, 4;

-- order statistics: $1 tenant, $2 asOf, $3 filter:team, $4 from, $5 until, $6 edges, $7 wantedPeriods, $8 wantedSplits, $9 wantedRanks
with sorted as materialized (
  select
    g.period,
    g.split,
    o.seconds
  from (
    select
      width_bucket(f.at, $6::timestamptz[]) - 1 as period,
      f.priority as split,
      array_agg(f.lead_seconds) as seconds
    from fact_resolution as f
    where f.tenant_id = $1::uuid
      and f.known_from < $2::timestamptz
      and f.known_to >= $2::timestamptz
      and f.team is not distinct from $3
      and f.excluded_as is null
      and (f.at >= $4::timestamptz and f.at < $5::timestamptz)
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
join unnest($7::integer[], $8::text[], $9::bigint[]) as w(period, split, rank)
  on w.period = s.period
  and (w.split is null) = (s.split is null)
  and coalesce(w.split, '') = coalesce(s.split, '');

-- facts that count: $1 tenant, $2 asOf, $3 filter:team, $4 from, $5 until, $6 edges, $7 afterAt, $8 afterTicket, $9 afterKey, $10 limit
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
    width_bucket(f.at, $6::timestamptz[]) - 1 as period,
    f.at as dated,
    f.priority as split,
    case when f.excluded_as is not null then f.excluded_as end as reason,
    null::boolean as success,
    f.lead_seconds as seconds,
    f.service as service,
    f.team as team,
    f.priority as priority,
    f.level as level,
    f.at as at,
    f.lead_seconds as lead_seconds
  from fact_resolution as f
  where f.tenant_id = $1::uuid
    and f.known_from < $2::timestamptz
    and f.known_to >= $2::timestamptz
    and f.team is not distinct from $3
    and (f.at >= $4::timestamptz and f.at < $5::timestamptz)
    and f.excluded_as is null
    and (f.at, f.ticket_id, f.fact_key) > ($7::timestamptz, $8::uuid, $9::text)
  order by
    dated,
    ticket_id,
    fact_key
  limit $10::bigint
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
  p.dated,
  p.ticket_id,
  p.fact_key;
