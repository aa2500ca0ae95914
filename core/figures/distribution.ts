import { UNIT_SECONDS } from './answer-values.ts';
import type { DurationFigure, DurationUnit } from './definition.ts';
import type { SecondsRange } from './fact-tab.ts';

/**
 * Lower bounds of the classes of a histogram, in the unit of the figure: each about twice the one before, at lengths
 * that people name (a quarter of an hour, a working day, a week). Minutes are business time, where eight hours are a day
 * and forty a week; hours are wall time. The last class is open.
 */
const BOUNDS: Readonly<Record<DurationUnit, readonly number[]>> = {
  minutes: [0, 5, 15, 30, 60, 120, 240, 480, 960, 2400],
  hours: [0, 1, 2, 4, 8, 24, 48, 96, 168, 336, 720],
  days: [0, 1, 3, 7, 14, 30, 90],
};

/** The lower bounds of the histogram of a figure, in its unit: those of its definition, else those of its unit. */
export function classBoundsOf({ classes, unit }: Pick<DurationFigure, 'classes' | 'unit'>): readonly number[] {
  return classes?.map((seconds) => seconds / UNIT_SECONDS[unit]) ?? BOUNDS[unit];
}

/** The same figure, told with one class that is the range, and what lies above it as another. */
export function withRange(figure: DurationFigure, { atLeast, below }: SecondsRange): DurationFigure {
  return { ...figure, classes: below === null ? [atLeast] : [atLeast, below] };
}

/** The same figure, told with the classes of its histogram: same facts, same statements, so the counts sum up to n. */
export function withClasses(figure: DurationFigure): DurationFigure {
  return { ...figure, classes: classBoundsOf(figure).map((bound) => bound * UNIT_SECONDS[figure.unit]) };
}
