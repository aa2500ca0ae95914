import { columnName, factTable } from '#core/facts/sql-name.ts';
import type { Figure } from '../definition.ts';
import { not } from '../predicate.ts';
import { isRecorded } from '../reason.ts';
import { lengthClassesSql } from './length-class.ts';
import { columnSql, conditions, literal, predicateSql, type SqlContext } from './predicate.ts';
import { Parameters, type SqlShape } from './statement.ts';

/**
 * The facts a figure is about, as parts of a statement about the row `f`: the same FROM and WHERE serve the figure, its
 * order statistics and its drill-down, so that rows and numbers cannot differ.
 */
export interface MembersSql extends SqlContext {
  readonly from: string;
  /** The facts that are known, whatever the figure asks of them. */
  readonly known: string;
  /** The facts in question, known or not. */
  readonly inQuestion: string;
  /** Both: the facts in question that are known, whatever their instant. */
  readonly among: string;
  /** Whether the fact's instant lies in a period, or the fact stands at a point. */
  readonly dated: string;
  /** All of it. */
  readonly where: string;
  /** Index of the period, from 0. */
  readonly period: string;
  readonly split: string;
  /** Why the fact is left out; null when it counts. */
  readonly reason: string;
  /** True when the fact counts: the same as `reason` being null, in words that PostgreSQL can estimate. */
  readonly counted: string;
  /** Seconds of a duration; null for other figures. */
  readonly seconds: string | null;
  /** The instant that facts behind the figure are ordered by. */
  readonly order: string;
}

/** `parameters` are given where several figures share a statement. */
export function membersSql(shape: SqlShape, parameters: Parameters = new Parameters()): MembersSql {
  return shape.figure.basis === 'stock' ? stockSql(shape, parameters) : flowSql(shape, parameters);
}

/**
 * Whether the verdict on the fact is open: true also of facts dated in no period, by the creation of their tickets.
 * Null when the figure knows no open verdicts.
 */
export function openVerdictSql({ figure }: SqlShape, context: SqlContext): string | null {
  if (!figure.undecided) return null;
  return `(${conditions(
    `f.created_at < ${context.parameters.of('until')}`,
    countedSql(figure, context, 'f.excluded_as'),
    predicateSql(figure.undecided, context),
  )})`;
}

/** Facts whose verdict is open; null when the figure knows no open verdicts. */
export function undecidedMembersSql(shape: SqlShape): MembersSql | null {
  const { figure } = shape;
  if (!figure.undecided) return null;
  const context = flowContext(shape, new Parameters());
  const among = amongFlowSql(shape, context);
  const dated = openVerdictSql(shape, context)!;
  return {
    ...context,
    from: `${factTable(figure.of)} as f`,
    ...among,
    dated,
    where: conditions(among.among, dated),
    period: 'null::integer',
    split: splitSql(shape),
    reason: 'null::text',
    counted: 'true',
    seconds: null,
    order: 'f.created_at',
  };
}

type Among = Pick<MembersSql, 'known' | 'inQuestion' | 'among'>;

function amongFlowSql(shape: SqlShape, context: SqlContext): Among {
  const known = conditions(`f.tenant_id = ${context.parameters.of('tenant')}`, visibleSql(shape, context, 'f'));
  return amongSql(known, inQuestionSql(shape, context));
}

function amongSql(known: string, inQuestion: string): Among {
  return { known, inQuestion, among: conditions(known, inQuestion) };
}

function flowContext({ settings }: SqlShape, parameters: Parameters): SqlContext {
  return { parameters, settings, now: () => parameters.of('asOf') };
}

function splitSql({ split }: SqlShape): string {
  return split === null ? 'null::text' : columnSql(split);
}

/** The versions of `alias` that are known as of the query. */
export function visibleSql({ isNow }: SqlShape, { parameters }: SqlContext, alias: string): string {
  if (isNow) return `${alias}.known_to = 'infinity'`;
  const asOf = parameters.of('asOf');
  return `${alias}.known_from < ${asOf}\n  and ${alias}.known_to >= ${asOf}`;
}

/** Facts in question that the filters let through. */
export function inQuestionSql({ figure, filters }: SqlShape, context: SqlContext): string {
  const wanted = predicateSql(figure.whereRecorded, context);
  const recorded = predicateSql(isRecorded(figure), context);
  return conditions(
    predicateSql(figure.where, context),
    recorded === 'true' || wanted === 'true' ? wanted : `(not ${recorded} or ${wanted})`,
    ...filters.map(
      (dimension) => `${columnSql(dimension)} is not distinct from ${context.parameters.of(`filter:${dimension}`)}`,
    ),
  );
}

/** The reason a fact is left out for, the base set first. `excludedAs` says where that is read from. */
export function reasonSql(figure: Figure, context: SqlContext, excludedAs: string): string {
  const recorded = predicateSql(isRecorded(figure), context);
  const whens = [
    `when ${excludedAs} is not null then ${excludedAs}`,
    ...(recorded === 'true' ? [] : [`when not ${recorded} then 'not_recorded'`]),
    ...figure.leftOut.map(({ reason, when }) => `when ${predicateSql(when, context)} then ${literal(reason)}`),
  ];
  return `case ${whens.join(' ')} end`;
}

/** Whether a fact is left out for no reason. */
export function countedSql(figure: Figure, context: SqlContext, excludedAs: string): string {
  return conditions(
    `${excludedAs} is null`,
    predicateSql(isRecorded(figure), context),
    ...figure.leftOut.map(({ when }) => predicateSql(not(when), context)),
  );
}

function flowSql(shape: SqlShape, parameters: Parameters): MembersSql {
  const { figure } = shape;
  const at = columnSql(figure.datedBy);
  const context = flowContext(shape, parameters);
  const among = amongFlowSql(shape, context);
  const dated = `(${at} >= ${parameters.of('from')} and ${at} < ${parameters.of('until')})`;
  return {
    ...context,
    from: `${factTable(figure.of)} as f`,
    ...among,
    dated,
    where: conditions(among.among, dated),
    period: `width_bucket(${at}, ${parameters.of('edges')}) - 1`,
    split: splitSql(shape),
    reason: reasonSql(figure, context, 'f.excluded_as'),
    counted: countedSql(figure, context, 'f.excluded_as'),
    seconds: figure.kind === 'duration' && 'column' in figure.seconds ? columnSql(figure.seconds.column) : null,
    order: at,
  };
}

/**
 * A version stands at a point when it was known from before it, and to it or longer. Versions are looked up point by
 * point among those of about the same length, which an index knows: what stood at an instant is a small part of what
 * ever was. (Row rules let an index compare columns alone, so each class brings its instant as one.) The subquery is never taken apart (`offset 0`), because a plan that begins with the versions reads them all.
 *
 * Whether a ticket is outside the base set is known as of the query, not of the point; the span of the ticket tells.
 */
function stockSql(shape: SqlShape, parameters: Parameters): MembersSql {
  const { figure } = shape;
  const tenant = parameters.of('tenant');
  const context = { parameters, settings: shape.settings, now: () => 'point.at' };
  const standing = conditions(
    `f.tenant_id = ${tenant}`,
    'f.length_class = length.class',
    'f.known_from >= length.since',
    'f.known_from < point.at',
    'f.known_to >= point.at',
    predicateSql(figure.where, context),
  );
  const isAge = figure.kind === 'duration' && 'ageSince' in figure.seconds;
  return {
    ...context,
    from: `unnest(${parameters.of('points')}) with ordinality as point(at, number)
cross join lateral (values ${lengthClassesSql('point.at')}) as length(class, since)
cross join lateral (
  select f.*
  from ${factTable(figure.of)} as f
  where ${standing.replaceAll('\n', '\n  ')}
  offset 0
) as f
left join ${factTable('span')} as x
  on x.tenant_id = f.tenant_id
  and x.ticket_id = f.ticket_id
  and x.excluded_as is not null
  and ${visibleSql(shape, context, 'x').replaceAll('\n', '\n  ')}`,
    ...amongSql('true', inQuestionSql(shape, context)),
    dated: 'true',
    where: inQuestionSql(shape, context),
    period: '(point.number - 1)::integer',
    split: splitSql(shape),
    reason: reasonSql(figure, context, 'x.excluded_as'),
    counted: countedSql(figure, context, 'x.excluded_as'),
    seconds: isAge
      ? `extract(epoch from point.at - f.${columnName((figure.seconds as { ageSince: string }).ageSince)})::bigint`
      : null,
    order: 'f.created_at',
  };
}
