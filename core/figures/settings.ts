import { SECONDS_PER_DAY, type Seconds } from '../time/instant.ts';

/** Thresholds of the definitions that an installation may set (kpi-spec section 10). Seconds. */
export interface FigureSettings {
  /** How long after a first resolution a reopening counts against it. */
  readonly reopenWindowSeconds: Seconds;
  /** How long after the end of a call a resolution still counts as "in the call". */
  readonly wrapUpSeconds: Seconds;
}

export type Setting = keyof FigureSettings;

export const DEFAULT_FIGURE_SETTINGS: FigureSettings = {
  reopenWindowSeconds: 14 * SECONDS_PER_DAY,
  wrapUpSeconds: 900,
};
