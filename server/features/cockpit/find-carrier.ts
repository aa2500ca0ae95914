import type { Kysely } from 'kysely';
import { type Carrier, carrierOf } from '#core/figures/carrier.ts';
import type { Figure } from '#core/figures/definition.ts';
import type { Finding } from '#core/figures/findings.ts';
import { shifted } from '#core/periods/one-period.ts';
import type { Dimension } from '#core/ticket/dimensions.ts';
import { isDimension } from '#core/ticket/dimensions.ts';
import type { Database } from '#server/database/schema.ts';
import { askFigure, type FigureQuestion } from '../figures/index.ts';
import type { CockpitQuestion } from './cockpit-question.ts';

/** What lies before the asked period is looked at for so many periods: a year of months says what is usual. */
const USUAL_PERIODS = 12;

/** A split value that carries most of a finding, and what it is a value of. */
export interface FoundCarrier extends Carrier {
  readonly dimension: Dimension;
}

/**
 * Where a finding comes from: asks its figure once more, split by what it is split by naturally, else by service, in the
 * asked period and in those before it. Null when no value carries most of it.
 */
export async function findCarrier(
  db: Kysely<Database>,
  tenantId: string,
  { finding, cockpit }: { readonly finding: Finding; readonly cockpit: CockpitQuestion },
): Promise<FoundCarrier | null> {
  const { figure, signal, missed } = finding;
  const side = signal?.side ?? (missed?.direction === 'at_least' ? 'below' : 'above');
  const dimension = splitOf(figure);
  const { zone, window, firstPeriod } = cockpit;
  const asked = cockpit.tiles.find(({ question }) => question.figure === figure)!;
  const edges = [shifted(zone, firstPeriod, -USUAL_PERIODS).start, window.start, window.end];
  const question: FigureQuestion = { ...asked.question, split: dimension, edges };
  const answers = await askFigure(db, tenantId, question);
  const now = answers.filter(({ from }) => from === window.start);
  const before = answers.filter(({ from }) => from !== window.start);
  const carrier = carrierOf(figure, { now, before, side, periodsBefore: USUAL_PERIODS });
  return carrier && { ...carrier, dimension };
}

function splitOf({ naturalSplit }: Figure): Dimension {
  return naturalSplit !== null && isDimension(naturalSplit) ? naturalSplit : 'service';
}
