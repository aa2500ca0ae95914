import { columnName } from '#core/facts/sql-name.ts';
import type { Figure } from '../definition.ts';
import type { FactTab } from '../fact-tab.ts';
import { readColumnsOf } from '../list-columns.ts';
import { not } from '../predicate.ts';
import { type MembersSql, membersSql, undecidedMembersSql } from './members.ts';
import { columnSql, conditions, predicateSql } from './predicate.ts';
import { type SqlShape, type Statement, statement } from './statement.ts';

export interface FactsPage {
  readonly tab: FactTab;
  /** Whether the page begins after a fact that was shown before. */
  readonly isContinued: boolean;
}

/**
 * A page of the facts behind a figure: those of one tab, each with its ticket, its fate and the columns of its list, in
 * the order of their instants. The page is cut before tickets are looked up. Null when the figure has no such facts.
 */
export function factsSql(shape: SqlShape, { tab, isContinued }: FactsPage): Statement | null {
  const { figure } = shape;
  const members = tab.kind === 'undecided' ? undecidedMembersSql(shape) : membersSql(shape);
  if (!members || (tab.kind === 'immature' && !figure.immature)) return null;
  if (tab.kind === 'judged' && figure.kind !== 'share') return null;
  if (tab.kind === 'lasting' && members.seconds === null) return null;
  const { parameters } = members;
  const shown = readColumnsOf(figure).map((name) => `${columnSql(name)} as ${columnName(name)}`);
  const success = figure.kind === 'share' && tab.kind !== 'undecided' ? figure.success : null;

  const where = conditions(members.where, tabSql(shape, members, tab), isContinued ? afterSql(shape, members) : 'true');
  const order =
    figure.basis === 'stock' ? ['period', 'dated', 'ticket_id', 'fact_key'] : ['dated', 'ticket_id', 'fact_key'];
  return statement(
    members,
    `select
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
    ${members.period} as period,
    ${members.order} as dated,
    ${members.split} as split,
    ${members.reason} as reason,
    ${success ? predicateSql(success, members) : 'null::boolean'} as success,
    ${members.seconds ?? 'null::bigint'} as seconds,
    ${shown.join(',\n    ')}
  from ${members.from.replaceAll('\n', '\n  ')}
  where ${where.replaceAll('\n', '\n  ')}
  order by
    ${order.join(',\n    ')}
  limit ${parameters.of('limit')}
) as p
join ticket as t
  on t.tenant_id = ${parameters.of('tenant')}
  and t.id = p.ticket_id
left join ticket_text as subject
  on subject.tenant_id = ${parameters.of('tenant')}
  and subject.ticket_id = t.id
  and subject.sequence = 1
  and subject.part = 'subject'
order by
  ${order.map((name) => `p.${name}`).join(',\n  ')}`,
  );
}

/** What is true of the facts of a tab. */
function tabSql({ figure }: SqlShape, members: MembersSql, tab: FactTab): string {
  switch (tab.kind) {
    case 'all':
      return 'true';
    case 'counted':
      return members.counted;
    case 'judged':
      return conditions(members.counted, verdictSql(figure, members, tab.success));
    case 'lasting':
      return conditions(members.counted, lastingSql(members));
    case 'undecided':
      return 'true';
    case 'immature':
      return conditions(members.counted, figure.immature ? predicateSql(figure.immature, members) : 'false');
    case 'left_out':
      return tab.reason === null
        ? `${members.reason} is not null`
        : `${members.reason} = ${members.parameters.of('reason')}`;
  }
}

/** Only a share knows success and failure. */
function verdictSql(figure: Figure, members: MembersSql, success: boolean): string {
  if (figure.kind !== 'share') return 'false';
  return predicateSql(success ? figure.success : not(figure.success), members);
}

/** Whether the duration lies in the range asked for. */
function lastingSql({ seconds, parameters }: MembersSql): string {
  if (seconds === null) return 'false';
  const [atLeast, below] = [parameters.of('atLeast'), parameters.of('below')];
  return conditions(`${seconds} >= ${atLeast}`, `(${below} is null or ${seconds} < ${below})`);
}

/**
 * How many facts the figure is about, whatever became of them; the second statement counts open verdicts, null when it
 * knows none. Nobody asks here which are counted and which left out, so the sum of the tabs can be held against it.
 */
export function factCountSql(shape: SqlShape): readonly [among: Statement, undecided: Statement | null] {
  const undecided = undecidedMembersSql(shape);
  return [countSql(membersSql(shape)), undecided && countSql(undecided)];
}

/** The inner columns name every parameter of the members; PostgreSQL computes none of them. */
function countSql(members: MembersSql): Statement {
  return statement(
    members,
    `select
  count(*) as facts
from (
  select
    ${members.period} as period,
    ${members.split} as split,
    ${members.reason} as reason,
    ${members.counted} as counted,
    ${members.seconds ?? 'null::bigint'} as seconds
  from ${members.from.replaceAll('\n', '\n  ')}
  where ${members.where.replaceAll('\n', '\n  ')}
) as p`,
  );
}

/** Facts that come after the last one shown. */
function afterSql({ figure }: SqlShape, { order, period, parameters }: MembersSql): string {
  const columns = [order, 'f.ticket_id', 'f.fact_key'];
  const last = (['afterAt', 'afterTicket', 'afterKey'] as const).map((name) => parameters.of(name));
  if (figure.basis === 'flow') return `(${columns.join(', ')}) > (${last.join(', ')})`;
  return `(${[period, ...columns].join(', ')}) > (${[parameters.of('afterPeriod'), ...last].join(', ')})`;
}
