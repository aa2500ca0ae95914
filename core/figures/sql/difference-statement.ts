import {
  CAUSE_OF_EVENT,
  CAUSE_OF_REASON,
  DIFFERENCE_CAUSES,
  type DifferenceCause,
  STOCK_LEFT_CAUSES,
} from '../difference.ts';
import { type MembersSql, membersSql } from './members.ts';
import { columnSql, literal, predicateSql } from './predicate.ts';
import { type SqlShape, type Statement, statement } from './statement.ts';

/**
 * What each fact in question adds to its period and split value: whether it counts (`reason` is null), with success, and
 * with which sums. The same FROM and WHERE as the figure.
 */
export function contributionsSql(shape: SqlShape): Statement {
  const { figure } = shape;
  const members = membersSql(shape);
  const [first, second] = summandsSql(shape, members);
  return statement(
    members,
    `select
  f.ticket_id,
  f.fact_key,
  ${members.period} as period,
  ${members.split} as split,
  ${members.order} as dated,
  ${members.reason} as reason,
  ${figure.kind === 'share' ? predicateSql(figure.success, members) : 'null::boolean'} as success,
  ${first} as first,
  ${second} as second
from ${members.from}
where ${members.where}`,
  );
}

function summandsSql({ figure }: SqlShape, { seconds }: MembersSql): [first: string, second: string] {
  switch (figure.kind) {
    case 'count':
      return [figure.sumOf === null ? '0::bigint' : `${columnSql(figure.sumOf)}::bigint`, '0::bigint'];
    case 'duration':
      return [`${seconds}::bigint`, '0::bigint'];
    case 'mean':
      return [`${columnSql(figure.column)}::bigint`, '0::bigint'];
    case 'quotient':
      return [`${columnSql(figure.numerator)}::bigint`, `${columnSql(figure.denominator)}::bigint`];
    default:
      return ['0::bigint', '0::bigint'];
  }
}

/** How the facts of two readings differ: `before` and `after` are texts of `contributionsSql`. */
export function changesSql(before: string, after: string): string {
  return `select
  coalesce(b.ticket_id, a.ticket_id) as ticket_id,
  coalesce(b.fact_key, a.fact_key) as fact_key,
  coalesce(b.period, a.period) as period,
  coalesce(b.split, a.split) as split,
  coalesce(a.dated, b.dated) as dated,
  b.ticket_id is not null as was_there,
  a.ticket_id is not null as is_there,
  b.reason as reason_before,
  a.reason as reason_after,
  b.success as success_before,
  a.success as success_after,
  b.first as first_before,
  a.first as first_after,
  case
    when not coalesce(b.counted, false) then 'joined'
    when not coalesce(a.counted, false) then 'left'
    when a.success and not b.success then 'won'
    when b.success and not a.success then 'lost'
    else 'moved'
  end as change,
  coalesce(a.counted, false)::integer - coalesce(b.counted, false)::integer as counted,
  (coalesce(a.counted, false) and coalesce(a.success, false))::integer
    - (coalesce(b.counted, false) and coalesce(b.success, false))::integer as successes,
  case when a.counted then a.first else 0 end - case when b.counted then b.first else 0 end as first,
  case when a.counted then a.second else 0 end - case when b.counted then b.second else 0 end as second
from (
  select
    c.*,
    c.reason is null as counted
  from (
${indented(before)}
  ) as c
) as b
full join (
  select
    c.*,
    c.reason is null as counted
  from (
${indented(after)}
  ) as c
) as a
  on a.ticket_id = b.ticket_id
  and a.fact_key = b.fact_key
  and a.period = b.period
  and (a.split is null) = (b.split is null)
  and coalesce(a.split, '') = coalesce(b.split, '')
where coalesce(a.counted, false) <> coalesce(b.counted, false)
  or (
    a.counted
    and b.counted
    and (a.success, a.first, a.second) is distinct from (b.success, b.first, b.second)
  )`;
}

/**
 * The event that explains the change `c` (a row of `changesSql`), with its `cause`; no row when nothing happened. An
 * event that fits the reason for which the fact is left out explains it; of a fact that joined, the event at its own
 * instant; else the cause decides, and of two the earlier. `offset 0`: each cause is worked out once, not once a use.
 */
export function explainingEventSql({ figure }: SqlShape, { tenant, from, until }: Bounds): string {
  const order = figure.basis === 'stock' ? `case c.change when 'left' then ${ranks(STOCK_LEFT_CAUSES)} else ` : '';
  return `select
  e.cause,
  e.at
from (
  select
    e.at,
    e.sequence,
    ${causeSql()} as cause
  from ticket_event as e
  where e.tenant_id = ${tenant}
    and e.ticket_id = c.ticket_id
    and e.at >= ${from}
    and e.at < ${until}
  offset 0
) as e
order by
  (e.cause is not distinct from ${reasonCauseSql('c.reason_after')}) desc,
  (c.change = 'joined' and e.at = c.dated) desc,
  ${order}${ranks(DIFFERENCE_CAUSES)}${order === '' ? '' : ' end'},
  e.sequence
limit 1`;
}

/** Where a statement finds the tenant and the two instants. */
export interface Bounds {
  readonly tenant: string;
  readonly from: string;
  readonly until: string;
}

function ranks(causes: readonly DifferenceCause[]): string {
  return `array_position(array[${causes.map(literal).join(', ')}], e.cause)`;
}

function reasonCauseSql(reason: string): string {
  const whens = Object.entries(CAUSE_OF_REASON).map(([name, cause]) => `when ${literal(name)} then ${literal(cause)}`);
  return `case ${reason} ${whens.join(' ')} end`;
}

/** The cause that an event is. Whether work began again is told by the state before. */
function causeSql(): string {
  const events = Object.entries(CAUSE_OF_EVENT).map(([kind, cause]) => `when ${literal(kind)} then ${literal(cause)}`);
  return `case e.kind
      ${events.join('\n      ')}
      else case e.payload ->> 'to'
        when 'resolved' then 'resolved'
        when 'closed' then 'closed'
        when 'cancelled' then 'cancelled'
        when 'spam' then 'marked_spam'
        when 'test' then 'marked_test'
        when 'merged' then 'merged'
        else case (
          select p.payload ->> 'to'
          from ticket_event as p
          where p.tenant_id = e.tenant_id
            and p.ticket_id = e.ticket_id
            and p.sequence < e.sequence
            and p.kind in ('stateChanged', 'mergedInto')
          order by p.sequence desc
          limit 1
        )
          when 'resolved' then 'reopened'
          when 'closed' then 'reopened'
          when 'cancelled' then 'taken_back'
          when 'spam' then 'taken_back'
          when 'test' then 'taken_back'
          else 'state_changed'
        end
      end
    end`;
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
