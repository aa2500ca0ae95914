import type { Figure as CoreFigure } from '#core/figures/definition.ts';
import type { FigureChart } from '#core/figures/figure-chart.ts';
import { isBarelyRecorded } from '#core/figures/recorded.ts';
import { targetVerdict, versionOn } from '#core/figures/target.ts';
import { signalAt } from '#core/figures/tile-signal.ts';
import type { Instant } from '#core/time/instant.ts';
import { addDays, formatLocalDate, type LocalDate } from '#core/time/local-date.ts';
import type { CockpitHead, Tile } from '#web/features/cockpit/cockpit-lines.ts';
import type { Answer } from '#web/shell/api.ts';
import type { Chart, Figure, Row } from './figure-things.ts';
import { type AnsweredVersion, versionsOf } from './promises.ts';
import type { FigureQuestion } from './use-figure.ts';

type Comparison = Answer<'readFigure'>['comparison'];

export interface TileParts {
  readonly figure: Figure;
  readonly row: Row;
  readonly comparison: Comparison;
  readonly chart: Chart | null;
  readonly targets: readonly AnsweredVersion[];
  /** The first day after the period. */
  readonly end: LocalDate;
}

/** What the cockpit's tile of the same question says, from the answers that this page has anyway. */
export function tileOf({ figure, row, comparison, chart, targets, end }: TileParts): Tile {
  return {
    line: 'tile',
    figure: figure.id,
    row,
    comparison: comparison?.rows[0] ?? null,
    chart,
    signal: chart && !isBarelyRecorded(row) ? signalOf(chart, row, figure) : null,
    target: targetOf(targets, { figure, row, end }),
  };
}

/** The rules are those of the core; instants travel as texts, and the core counts seconds. */
function signalOf(chart: Chart, row: Row, { better }: Figure): Tile['signal'] {
  const places = new Map(chart.points.map(({ from }, index) => [from, index]));
  const counted: FigureChart = {
    ...chart,
    points: chart.points.map((point) => ({ ...point, from: secondsOf(point.from), to: secondsOf(point.to) })),
    signals: chart.signals.map(({ from, ...signal }) => ({ ...signal, index: places.get(from)! })),
    baseline: null,
  };
  return signalAt(counted, secondsOf(row.from), { better });
}

function secondsOf(instant: string): Instant {
  return (Date.parse(instant) / 1000) as Instant;
}

/** The target in force on the last day of the period. */
function targetOf(
  targets: readonly AnsweredVersion[],
  { figure, row, end }: Pick<TileParts, 'figure' | 'row' | 'end'>,
): Tile['target'] {
  const version = versionOn(versionsOf(targets), addDays(end, -1));
  if (version === null || version.value === null) return null;
  const { value, direction, owner, validFrom } = version;
  const judged = { of: figure.counts, kind: figure.kind as CoreFigure['kind'] };
  return {
    ...{ version: version.version, value, direction, owner },
    validFrom: formatLocalDate(validFrom),
    verdict: isBarelyRecorded(row) ? 'too_few' : targetVerdict(judged, row, { value, direction }),
  };
}

/** From when on nothing is promised any more, however the asked period was judged; null unless the last word was an end. */
export function endedFrom(targets: readonly AnsweredVersion[]): string | null {
  const last = targets.reduce<AnsweredVersion | null>(
    (found, one) => (found === null || one.version > found.version ? one : found),
    null,
  );
  return last !== null && last.value === null ? last.validFrom : null;
}

/** What of the cockpit's head the words of a tile need. */
export function headOf(
  { row, comparison }: Pick<TileParts, 'row' | 'comparison'>,
  { by, isWhole, isRunning }: FigureQuestion,
  { asOf, timeZone }: Pick<CockpitHead, 'asOf' | 'timeZone'>,
): CockpitHead {
  const compared = comparison?.rows[0];
  const spanOf = ({ from, to }: Row) => ({ from, to });
  return {
    line: 'head',
    period: spanOf(row),
    charted: spanOf(row),
    ...{ by, isWhole, isRunning, asOf, timeZone },
    comparison:
      comparison && compared
        ? {
            kind: comparison.kind,
            isPartial: comparison.isPartial,
            current: spanOf(compared.current),
            reference: compared.reference && spanOf(compared.reference),
          }
        : null,
    groups: [],
    firstAt: comparison?.recordedFrom ?? null,
    lastAt: null,
  };
}
