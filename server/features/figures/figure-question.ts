import type { Figure } from '#core/figures/definition.ts';
import type { FigureDimension } from '#core/figures/figure-dimension.ts';
import type { DimensionFilter, FigureQuery } from '#core/figures/query.ts';
import { DEFAULT_FIGURE_SETTINGS } from '#core/figures/settings.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Zone } from '#core/time/zone.ts';
import { DEFAULT_WORKING_DAYS, reportingCalendar, type WorkingDays } from '../calendars/index.ts';

/** A question as people ask it. */
export interface FigureQuestion {
  readonly figure: Figure;
  readonly edges: readonly Instant[];
  readonly asOf: Instant;
  readonly split: FigureDimension | null;
  readonly where: readonly DimensionFilter[];
  readonly zone: Zone;
  /** Left out: Monday to Friday, no holidays. */
  readonly workingDays?: WorkingDays;
  /** More rows than these are refused with `TooManyRows`, before any is made; left out: as many as there are. */
  readonly mostRows?: number;
}

/** The query of a question under the settings of this installation. */
export function queryOf(question: FigureQuestion): FigureQuery {
  const { zone, edges, workingDays = DEFAULT_WORKING_DAYS } = question;
  const calendar = reportingCalendar(workingDays, zone, { from: edges[0]!, to: edges.at(-1)! });
  return { ...question, settings: DEFAULT_FIGURE_SETTINGS, calendar };
}
