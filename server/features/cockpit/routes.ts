import type { Kysely } from 'kysely';
import { DEFAULT_FIGURE_SETTINGS } from '#core/figures/settings.ts';
import { type Instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import type { LineHandlers } from '#server/platform/api/mount-lines.ts';
import type { ReadHandlers } from '#server/platform/api/mount-routes.ts';
import { definitionWords } from '#text/figure-definition.ts';
import type { WorkingDays } from '../calendars/index.ts';
import { figureAsked, figureOut, report } from '../figures/index.ts';
import { readCockpitQuestion } from './cockpit-question.ts';
import { readDimensionValues } from './dimension-values.ts';
import { readCockpit } from './read-cockpit.ts';
import { turnsFor } from './turns.ts';

/** What the routes of the cockpit need of the installation. */
export interface CockpitRouteOptions {
  readonly reports: Kysely<Database>;
  readonly reportingZone: string;
  readonly workingDays: WorkingDays;
  readonly now: () => Instant;
  /** Hears of errors that clients are told as a failure of one figure. */
  readonly onFailure: (error: unknown, figure: string) => void;
}

/** So many figures are computed at once, for all cockpits together: one connection of reports stays free for others. */
const FIGURES_AT_ONCE = 3;

export function cockpitLineHandlers({
  reports,
  now,
  onFailure,
  ...installation
}: CockpitRouteOptions): LineHandlers<'readCockpit'> {
  const turns = turnsFor(FIGURES_AT_ONCE);
  return {
    readCockpit: async function* ({ query, caller, language }, gone) {
      const cockpit = readCockpitQuestion(query, { ...installation, now: now() });
      yield* readCockpit(caller.tenantId, cockpit, { reports, turns, language, gone, onFailure });
    },
  };
}

export function cockpitReadHandlers({
  reports,
}: Pick<CockpitRouteOptions, 'reports'>): ReadHandlers<'listDimensions' | 'readDefinition'> {
  return {
    listDimensions: async ({ caller: { tenantId } }) => ({
      body: await report(reports, tenantId, (db) => readDimensionValues(db, tenantId)),
    }),

    readDefinition: async ({ params, language }) => {
      const figure = figureAsked(params.id);
      const windowDays = DEFAULT_FIGURE_SETTINGS.reopenWindowSeconds / SECONDS_PER_DAY;
      return { body: { figure: figureOut(figure, language), ...definitionWords(figure, language, { windowDays }) } };
    },
  };
}
