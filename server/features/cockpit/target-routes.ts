import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Issue } from '#contract/api/problems.ts';
import { instantOut } from '#contract/api/shapes.ts';
import type { targetBody, targetShape } from '#contract/api/target-shapes.ts';
import type { Figure } from '#core/figures/definition.ts';
import { directionOf, versionOn } from '#core/figures/target.ts';
import type { Instant } from '#core/time/instant.ts';
import { formatLocalDate, type LocalDate, parseLocalDate } from '#core/time/local-date.ts';
import { localDateAt, zoneOf } from '#core/time/zone.ts';
import type { Database } from '#server/database/schema.ts';
import type { ReadHandlers, WriteHandlers } from '#server/platform/api/mount-routes.ts';
import { inTenant } from '#server/platform/database.ts';
import { refuseIssues } from '#server/platform/problem.ts';
import { figureAsked } from '../figures/index.ts';
import { type NewTarget, readTargets, type StoredTarget, setTarget } from './target-store.ts';

/** What the routes of targets need of the installation. */
export interface TargetRouteOptions {
  readonly reports: Kysely<Database>;
  readonly reportingZone: string;
  readonly now: () => Instant;
}

export function targetReadHandlers({
  reports,
  reportingZone,
  now,
}: TargetRouteOptions): ReadHandlers<'listTargets' | 'listTargetVersions'> {
  return {
    listTargets: async ({ query, caller: { tenantId } }) => {
      const zone = zoneOf(reportingZone);
      const on = query.on === undefined ? localDateAt(zone, now()) : parseLocalDate(query.on);
      const versions = await inTenant(reports, tenantId, (db) => readTargets(db, tenantId));
      return { body: { targets: inForce(versions, on).map(targetOut) } };
    },

    listTargetVersions: async ({ params, caller: { tenantId } }) => {
      const { id } = figureAsked(params.id);
      const versions = await inTenant(reports, tenantId, (db) => readTargets(db, tenantId, id));
      return { body: { versions: versions.reverse().map(targetOut) } };
    },
  };
}

export function targetWriteHandlers({ now }: Pick<TargetRouteOptions, 'now'>): WriteHandlers<'setTarget'> {
  return {
    setTarget: async ({ params, body, caller }, { db }) => {
      const target = targetAsked(figureAsked(params.id), body);
      const set = await setTarget(db, caller.tenantId, { target, by: caller.personId, at: now() });
      return { body: targetOut(set) };
    },
  };
}

/** The targets that count on a day, one for each figure that has one. */
export function inForce(versions: readonly StoredTarget[], on: LocalDate): StoredTarget[] {
  const byFigure = Map.groupBy(versions, (version) => version.figure);
  return [...byFigure.values()].flatMap((own) => {
    const version = versionOn(own, on);
    return version === null || version.value === null ? [] : [version];
  });
}

/**
 * The target in a body.
 * @throws HttpProblem for a value that the figure cannot have, and when nobody says in which direction it is good.
 */
function targetAsked(figure: Figure, { value, direction, owner, validFrom }: z.output<typeof targetBody>): NewTarget {
  const issues: Issue[] = [];
  const issue = (pointer: string, code: Issue['code']): void => void issues.push({ in: 'body', pointer, code });
  const isBalance = figure.kind === 'count' && figure.sumOf !== null;
  if (value !== null && value < 0 && !isBalance) issue('/value', 'too_small');
  if (value !== null && value > 100 && figure.unit === 'percent') issue('/value', 'too_big');
  const meant = direction ?? directionOf(figure);
  if (meant === null) issue('/direction', 'missing');
  refuseIssues(issues);
  return { figure: figure.id, value, direction: meant!, owner: owner.trim(), validFrom: parseLocalDate(validFrom) };
}

export function targetOut({ validFrom, setAt, ...target }: StoredTarget): z.input<typeof targetShape> {
  return { ...target, validFrom: formatLocalDate(validFrom), setAt: instantOut(setAt) };
}
