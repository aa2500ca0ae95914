-- backlog_open_count: written by "npm run generate" from core/figures, never by hand.

-- figure: $1 tenant, $2 points, $3 asOf, $4 filter:team
select
  point.number - 1 as period,
  f.priority as split,
  case when x.excluded_as is not null then x.excluded_as end as reason,
  count(*) as facts,
  0 as successes,
  0 as immature,
  0 as first_sum,
  0 as second_sum
from fact_span as f
cross join lateral generate_series(width_bucket(f.known_from, $2::timestamptz[]) + 1, width_bucket(f.known_to, $2::timestamptz[])) as point(number)
left join fact_span as x
  on x.tenant_id = f.tenant_id
  and x.ticket_id = f.ticket_id
  and x.excluded_as is not null
  and x.known_from < $3::timestamptz
    and x.known_to >= $3::timestamptz
where f.tenant_id = $1::uuid
  and f.known_to >= ($2::timestamptz[])[1]
  and width_bucket(f.known_from, $2::timestamptz[]) < width_bucket(f.known_to, $2::timestamptz[])
  and f.is_active
  and f.team is not distinct from $4
group by 1, 2, 3;

-- facts behind it: $1 tenant, $2 points, $3 asOf, $4 filter:team, $5 limit, $6 offset
select
  t.number,
  t.source_key,
  f.ticket_id,
  point.number - 1 as period,
  f.priority as split,
  case when x.excluded_as is not null then x.excluded_as end as reason,
  null::boolean as success,
  null::bigint as seconds,
  f.created_at as created_at,
  f.state as state,
  f.priority as priority,
  f.team as team
from fact_span as f
cross join lateral generate_series(width_bucket(f.known_from, $2::timestamptz[]) + 1, width_bucket(f.known_to, $2::timestamptz[])) as point(number)
left join fact_span as x
  on x.tenant_id = f.tenant_id
  and x.ticket_id = f.ticket_id
  and x.excluded_as is not null
  and x.known_from < $3::timestamptz
    and x.known_to >= $3::timestamptz
join ticket as t
  on t.tenant_id = f.tenant_id
  and t.id = f.ticket_id
where f.tenant_id = $1::uuid
  and f.known_to >= ($2::timestamptz[])[1]
  and width_bucket(f.known_from, $2::timestamptz[]) < width_bucket(f.known_to, $2::timestamptz[])
  and f.is_active
  and f.team is not distinct from $4
order by
  period,
  f.created_at,
  t.number,
  f.fact_key
limit $5::bigint
offset $6::bigint;
