-- case_owner_coverage_pct: written by "npm run generate" from core/figures, never by hand.

-- figure: $1 tenant, $2 points, $3 filter:team, $4 asOf
select
  point.number - 1 as period,
  f.priority as split,
  case when x.excluded_as is not null then x.excluded_as end as reason,
  null::integer as edges_before,
  count(*) as facts,
  count(*) filter (where f.is_owned) as successes,
  0 as immature,
  0 as first_sum,
  0 as second_sum,
  '{}'::bigint[] as at_least,
  '{}'::bigint[] as parts,
  null::bigint as oldest,
  null::bigint[] as seconds
from fact_span as f
cross join lateral generate_series(width_bucket(f.known_from, $2::timestamptz[]) + 1, width_bucket(f.known_to, $2::timestamptz[])) as point(number)
left join fact_span as x
  on x.tenant_id = f.tenant_id
  and x.ticket_id = f.ticket_id
  and x.excluded_as is not null
  and x.known_from < $4::timestamptz
    and x.known_to >= $4::timestamptz
where f.tenant_id = $1::uuid
  and f.is_active
  and f.team is not distinct from $3
  and f.known_to >= ($2::timestamptz[])[1]
  and width_bucket(f.known_from, $2::timestamptz[]) < width_bucket(f.known_to, $2::timestamptz[])
group by 1, 2, 3, 4;

-- facts that count: $1 tenant, $2 points, $3 filter:team, $4 asOf, $5 afterAt, $6 afterTicket, $7 afterKey, $8 afterPeriod, $9 limit
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
    point.number - 1 as period,
    f.created_at as dated,
    f.priority as split,
    case when x.excluded_as is not null then x.excluded_as end as reason,
    f.is_owned as success,
    null::bigint as seconds,
    f.service as service,
    f.team as team,
    f.priority as priority,
    f.level as level,
    f.created_at as created_at,
    f.is_owned as is_owned,
    f.state as state
  from fact_span as f
  cross join lateral generate_series(width_bucket(f.known_from, $2::timestamptz[]) + 1, width_bucket(f.known_to, $2::timestamptz[])) as point(number)
  left join fact_span as x
    on x.tenant_id = f.tenant_id
    and x.ticket_id = f.ticket_id
    and x.excluded_as is not null
    and x.known_from < $4::timestamptz
      and x.known_to >= $4::timestamptz
  where f.tenant_id = $1::uuid
    and f.is_active
    and f.team is not distinct from $3
    and f.known_to >= ($2::timestamptz[])[1]
    and width_bucket(f.known_from, $2::timestamptz[]) < width_bucket(f.known_to, $2::timestamptz[])
    and x.excluded_as is null
    and (point.number - 1, f.created_at, f.ticket_id, f.fact_key) > ($8::integer, $5::timestamptz, $6::uuid, $7::text)
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
