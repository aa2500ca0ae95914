import type { Calendar } from '../calendar/calendar.ts';
import { earlier, type Instant } from '../time/instant.ts';
import type { Zone } from '../time/zone.ts';
import type { Figure } from './definition.ts';
import type { FigureDimension } from './figure-dimension.ts';
import type { FigureSettings } from './settings.ts';

/** One question to one figure: which periods, as known when, split and filtered by what. */
export interface FigureQuery {
  readonly figure: Figure;
  /** Edges of adjoining periods, ascending, at least two: period i is `[edges[i], edges[i + 1])`. */
  readonly edges: readonly Instant[];
  /** Events at or after this instant are not known (kpi-spec G3). */
  readonly asOf: Instant;
  readonly split: FigureDimension | null;
  readonly where: readonly DimensionFilter[];
  readonly settings: FigureSettings;
  /** Reporting zone: local days of the figures per day. */
  readonly zone: Zone;
  /** Reporting calendar: which days are working days. */
  readonly calendar: Calendar;
}

/** Null asks for facts where the dimension is not set. */
export interface DimensionFilter {
  readonly dimension: FigureDimension;
  readonly value: string | null;
}

/** The instants at which a stock is taken: the end of each period, or as_of where that is earlier (cohort POINT). */
export function stockPoints({ edges, asOf }: FigureQuery): Instant[] {
  return edges.slice(1).map((edge) => earlier(edge, asOf));
}

/** The periods of a query that do not begin after as_of: the others have no facts, for the stock of now is none of theirs. Null when none has. */
export function begunPart(query: FigureQuery): FigureQuery | null {
  const edges = query.edges.filter((_, place) => place === 0 || query.edges[place - 1]! <= query.asOf);
  return edges.length < 2 ? null : { ...query, edges };
}
