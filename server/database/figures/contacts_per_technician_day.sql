-- contacts_per_technician_day: written by "npm run generate" from core/figures, never by hand.

-- figure: $1 tenant, $2 asOf, $3 from, $4 until, $5 filter:team, $6 edges
select
  width_bucket(f.at, $6::timestamptz[]) - 1 as period,
  f.priority as split,
  case when f.excluded_as is not null then f.excluded_as when not f.has_contacts then 'not_recorded' end as reason,
  count(*) as facts,
  0 as successes,
  0 as immature,
  0 as first_sum,
  0 as second_sum
from fact_contact as f
where f.tenant_id = $1::uuid
  and f.known_from < $2::timestamptz
  and f.known_to >= $2::timestamptz
  and f.at >= $3::timestamptz
  and f.at < $4::timestamptz
  and f.is_inbound
  and f.team is not distinct from $5
group by 1, 2, 3;

-- technician days: $1 tenant, $2 asOf, $3 from, $4 until, $5 filter:team, $6 edges, $7 dayEdges
select
  d.period,
  d.split,
  count(*) as days
from (
  select distinct
    width_bucket(f.at, $6::timestamptz[]) - 1 as period,
    f.priority as split,
    f.handled_by,
    width_bucket(f.at, $7::timestamptz[]) as day
  from fact_contact as f
  where f.tenant_id = $1::uuid
    and f.known_from < $2::timestamptz
    and f.known_to >= $2::timestamptz
    and f.at >= $3::timestamptz
    and f.at < $4::timestamptz
    and f.is_inbound
    and f.team is not distinct from $5
    and f.excluded_as is null
    and f.has_contacts
    and f.handled_by is not null
) as d
group by 1, 2;

-- facts behind it: $1 tenant, $2 asOf, $3 from, $4 until, $5 filter:team, $6 edges, $7 limit, $8 offset
select
  t.number,
  t.source_key,
  f.ticket_id,
  width_bucket(f.at, $6::timestamptz[]) - 1 as period,
  f.priority as split,
  case when f.excluded_as is not null then f.excluded_as when not f.has_contacts then 'not_recorded' end as reason,
  null::boolean as success,
  null::bigint as seconds,
  f.at as at,
  f.channel as channel,
  f.level as level,
  f.team as team
from fact_contact as f
join ticket as t
  on t.tenant_id = f.tenant_id
  and t.id = f.ticket_id
where f.tenant_id = $1::uuid
  and f.known_from < $2::timestamptz
  and f.known_to >= $2::timestamptz
  and f.at >= $3::timestamptz
  and f.at < $4::timestamptz
  and f.is_inbound
  and f.team is not distinct from $5
order by
  period,
  f.at,
  t.number,
  f.fact_key
limit $7::bigint
offset $8::bigint;
