import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { cockpitTile } from '#contract/api/cockpit-shapes.ts';
import type { JudgedTile } from '#core/figures/findings.ts';
import { isBarelyRecorded } from '#core/figures/recorded.ts';
import { targetVerdict } from '#core/figures/target.ts';
import { signalAt } from '#core/figures/tile-signal.ts';
import { formatLocalDate } from '#core/time/local-date.ts';
import type { Database } from '#server/database/schema.ts';
import {
  answerOut,
  askTiles,
  comparisonOut,
  segmentedChartOut,
  type TileAnswer,
  type TileQuestion,
} from '../figures/index.ts';
import type { StoredTarget } from './target-store.ts';

/** A tile as it is told, and as it is judged. */
export interface MadeTile {
  readonly line: z.input<typeof cockpitTile>;
  readonly judged: JudgedTile;
}

export interface TileRequest {
  readonly asked: TileQuestion;
  /** The target in force on the last day of the period. */
  readonly target: StoredTarget | null;
}

/** Computes the tiles of some figures, in their order: what several of them count is read once. */
export async function makeTiles(
  db: Kysely<Database>,
  tenantId: string,
  requests: readonly TileRequest[],
): Promise<MadeTile[]> {
  const answers = await askTiles(
    db,
    tenantId,
    requests.map(({ asked }) => asked),
  );
  return requests.map((request, index) => madeOf(request, answers[index]!));
}

function madeOf({ asked, target }: TileRequest, { answer, comparison, chart }: TileAnswer): MadeTile {
  const { figure } = asked.question;
  const isJudged = asked.question.asOf > answer.from && !isBarelyRecorded(answer);
  const signal = chart && isJudged ? signalAt(chart, answer.from, figure) : null;
  const promised = target && target.value !== null ? { ...target, value: target.value } : null;
  const verdict = promised && isJudged ? targetVerdict(figure, answer, promised) : 'too_few';
  const judgedTarget = promised && { ...promised, verdict };
  const compared = asked.comparison && comparison && comparisonOut(comparison, asked.comparison.comparison);
  const { value, n } = answer;
  return {
    judged: { figure, value, n, signal, target: judgedTarget },
    line: {
      line: 'tile',
      figure: figure.id,
      row: answerOut(answer),
      comparison: compared?.rows[0] ?? null,
      chart: chart && segmentedChartOut(chart),
      signal,
      target: judgedTarget && targetLine(judgedTarget),
    },
  };
}

function targetLine({
  version,
  value,
  direction,
  owner,
  validFrom,
  verdict,
}: NonNullable<JudgedTile['target']> & StoredTarget): z.input<typeof cockpitTile>['target'] {
  return { version, value: value!, direction, owner, validFrom: formatLocalDate(validFrom), verdict };
}
