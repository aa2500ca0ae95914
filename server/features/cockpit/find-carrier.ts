import type { Kysely } from 'kysely';
import { type Carrier, carrierOf } from '#core/figures/carrier.ts';
import type { Figure } from '#core/figures/definition.ts';
import type { Finding } from '#core/figures/findings.ts';
import { shifted } from '#core/periods/one-period.ts';
import type { Side } from '#core/statistics/signals.ts';
import type { Dimension } from '#core/ticket/dimensions.ts';
import { isDimension } from '#core/ticket/dimensions.ts';
import type { Database } from '#server/database/schema.ts';
import { askTogether, type FigureQuestion } from '../figures/index.ts';
import type { CockpitQuestion } from './cockpit-question.ts';

/** What lies before the asked period is looked at for so many periods: a year of months says what is usual. */
const USUAL_PERIODS = 12;

/** A split value that carries most of a finding, and what it is a value of. */
export interface FoundCarrier extends Carrier {
  readonly dimension: Dimension;
}

/**
 * Where findings come from: asks their figures once more, split by what they are split by naturally, else by service, in
 * the asked period and in those before it. One for each finding, in their order; null when no value carries most of it.
 * All findings are about figures that count the same facts by the same split.
 */
export async function findCarriers(
  db: Kysely<Database>,
  tenantId: string,
  { findings, cockpit }: { readonly findings: readonly Finding[]; readonly cockpit: CockpitQuestion },
): Promise<(FoundCarrier | null)[]> {
  const { zone, window, firstPeriod, tiles } = cockpit;
  const edges = [shifted(zone, firstPeriod, -USUAL_PERIODS).start, window.start, window.end];
  const questions = findings.map(({ figure }): FigureQuestion => {
    const asked = tiles.find(({ question }) => question.figure === figure)!;
    return { ...asked.question, split: splitOf(figure), edges };
  });
  const answers = await askTogether(db, tenantId, questions);
  return findings.map((finding, index) => {
    const dimension = splitOf(finding.figure);
    const now = answers[index]!.filter(({ from }) => from === window.start);
    const before = answers[index]!.filter(({ from }) => from !== window.start);
    const carrier = carrierOf(finding.figure, { now, before, side: sideOf(finding), periodsBefore: USUAL_PERIODS });
    return carrier && { ...carrier, dimension };
  });
}

/** Findings that can be looked into together. */
export function askedTogether(findings: readonly Finding[]): Finding[][] {
  return [...Map.groupBy(findings, ({ figure }) => `${figure.of} ${splitOf(figure)}`).values()];
}

/** Where the figure went. */
function sideOf({ signal, missed }: Finding): Side {
  return signal?.side ?? (missed?.direction === 'at_least' ? 'below' : 'above');
}

function splitOf({ naturalSplit }: Figure): Dimension {
  return naturalSplit !== null && isDimension(naturalSplit) ? naturalSplit : 'service';
}
