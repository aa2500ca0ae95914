import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { cockpitFindings } from '#contract/api/cockpit-shapes.ts';
import { COCKPIT_GROUPS } from '#core/figures/cockpit-groups.ts';
import { type Finding, findingsOf, type JudgedTile, tallyOf } from '#core/figures/findings.ts';
import { storiesOf } from '#core/figures/stories.ts';
import type { Database } from '#server/database/schema.ts';
import { answerOut, report } from '../figures/index.ts';
import type { CockpitQuestion } from './cockpit-question.ts';
import { readDimensionNames } from './dimension-values.ts';
import { askedTogether, type FoundCarrier, findCarriers } from './find-carrier.ts';
import type { Turns } from './turns.ts';

/** What figures are asked with. */
export interface AskingSurroundings {
  readonly reports: Kysely<Database>;
  /** Shared by all who read a cockpit at the same time. */
  readonly turns: Turns;
  /** Hears of errors that are told as a failure of one figure. */
  readonly onFailure: (error: unknown, figure: string) => void;
}

/** The tiles that have come, by figure. */
interface Judged {
  readonly cockpit: CockpitQuestion;
  readonly judged: ReadonlyMap<string, JudgedTile>;
}

/** What stands out, as stories, and the tallies of the groups. */
export async function findingsLine(
  tenantId: string,
  { cockpit, judged }: Judged,
  surroundings: AskingSurroundings,
): Promise<z.input<typeof cockpitFindings>> {
  const findings = findingsOf(inOrder(cockpit, judged));
  const { reports } = surroundings;
  const nameOf = await report(reports, tenantId, (db) => readDimensionNames(db, tenantId));
  const carriers = await carriersOf(tenantId, { findings, cockpit }, surroundings);
  const told = findings.map((finding) => {
    const carrier = carriers.get(finding) ?? null;
    const where = carrier && {
      dimension: carrier.dimension,
      value: carrier.answer.split!,
      name: nameOf(carrier.dimension, carrier.answer.split),
      row: answerOut(carrier.answer),
      share: carrier.share,
    };
    return { ...findingOut(finding), where };
  });
  const stories = storiesOf(told).flatMap(({ lead, others }) => [
    { ...lead, toldBy: null },
    ...others.map((other) => ({ ...other, toldBy: lead.figure })),
  ]);
  const byGroup = COCKPIT_GROUPS.map(({ id, figures }) => ({
    id,
    tally: tallyOf(figures.flatMap((figure) => judged.get(figure.id) ?? [])),
  }));
  return { line: 'findings', findings: stories, tally: tallyOf([...judged.values()]), groups: byGroup };
}

/** Where the findings come from. That nobody can say it is no reason to keep quiet about them. */
async function carriersOf(
  tenantId: string,
  { findings, cockpit }: { readonly findings: readonly Finding[]; readonly cockpit: CockpitQuestion },
  { reports, turns, onFailure }: AskingSurroundings,
): Promise<ReadonlyMap<Finding, FoundCarrier | null>> {
  const found = await Promise.all(
    askedTogether(findings).map(async (together) => {
      const explain = () => findCarriers(reports, tenantId, { findings: together, cockpit });
      const carriers = await turns(explain).catch((error: unknown) => {
        for (const { figure } of together) onFailure(error, figure.id);
        return [];
      });
      return together.map((finding, index) => [finding, carriers[index] ?? null] as const);
    }),
  );
  return new Map(found.flat());
}

/** Tiles come in any order; findings of equal strength keep that of the page. */
function inOrder({ tiles }: CockpitQuestion, judged: ReadonlyMap<string, JudgedTile>): JudgedTile[] {
  return tiles.flatMap(({ question }) => judged.get(question.figure.id) ?? []);
}

function findingOut({ figure, missed, ...finding }: Finding) {
  return {
    ...finding,
    figure: figure.id,
    missed: missed && { value: missed.value, direction: missed.direction },
  };
}
