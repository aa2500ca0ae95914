-- first_level_resolution_pct: written by "npm run generate" from core/figures, never by hand.

-- figure: $1 tenant, $2 asOf, $3 filter:team, $4 from, $5 until, $6 edges
select
  width_bucket(f.at, $6::timestamptz[]) - 1 as period,
  f.priority as split,
  case when f.excluded_as is not null then f.excluded_as when not f.has_levels then 'not_recorded' end as reason,
  null::integer as edges_before,
  count(*) as facts,
  count(*) filter (where (not (f.is_escalated) and not (f.is_automatic))) as successes,
  0 as immature,
  0 as first_sum,
  0 as second_sum,
  '{}'::bigint[] as at_least,
  '{}'::bigint[] as parts,
  null::bigint as oldest,
  null::bigint[] as seconds
from fact_resolution as f
where f.tenant_id = $1::uuid
  and f.known_from < $2::timestamptz
  and f.known_to >= $2::timestamptz
  and (not f.has_levels or f.initial_level is not distinct from '1')
  and f.team is not distinct from $3
  and (f.at >= $4::timestamptz and f.at < $5::timestamptz)
group by 1, 2, 3, 4;

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
    case when f.excluded_as is not null then f.excluded_as when not f.has_levels then 'not_recorded' end as reason,
    (not (f.is_escalated) and not (f.is_automatic)) as success,
    null::bigint as seconds,
    f.service as service,
    f.team as team,
    f.priority as priority,
    f.level as level,
    f.at as at
  from fact_resolution as f
  where f.tenant_id = $1::uuid
    and f.known_from < $2::timestamptz
    and f.known_to >= $2::timestamptz
    and (not f.has_levels or f.initial_level is not distinct from '1')
    and f.team is not distinct from $3
    and (f.at >= $4::timestamptz and f.at < $5::timestamptz)
    and f.excluded_as is null
    and f.has_levels
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
