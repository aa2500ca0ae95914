import { availabilityKind } from './availability.ts';
import { calendarKind } from './calendar.ts';
import { cohortsKind } from './cohorts.ts';
import { controlChartsKind } from './control-charts.ts';
import { displayKind } from './display.ts';
import { germanHolidaysKind } from './german-holidays.ts';
import { periodsKind } from './periods.ts';
import { slaClockKind } from './sla-clock.ts';
import { statisticsKind } from './statistics.ts';
import type { VectorFile } from './vector-file.ts';
import type { VectorKind } from './vector-kind.ts';

const vectorKinds: readonly VectorKind[] = [
  calendarKind,
  germanHolidaysKind,
  availabilityKind,
  statisticsKind,
  controlChartsKind,
  periodsKind,
  displayKind,
  slaClockKind,
  cohortsKind,
];

/** The kind whose cases the file holds, whatever its name; null when we know none. */
export function kindOf({ cases }: VectorFile): VectorKind | null {
  return vectorKinds.find((kind) => cases.some(({ vector }) => kind.isCase(vector))) ?? null;
}
