import type { Figure } from '#core/figures/definition.ts';
import { FIGURES } from '#core/figures/registry.ts';
import type { Instant } from '#core/time/instant.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { askFigure, type FigureQuestion } from '#server/features/figures/index.ts';
import { typeParsers } from '#server/platform/pg-types.ts';
import { type BenchOptions, count, hint, medianMs, ratio, report } from './bench.ts';
import { type BenchDatabase, withBenchDatabase } from './database.ts';
import { type HandRow, refuseDifferent } from './figures/compare.ts';
import { explainFigure } from './figures/explain.ts';
import { fill, reportSizes } from './figures/fill.ts';
import { handSql } from './figures/hand-sql.ts';
import { MONTHS, PAST, WORLD_END, ZONE } from './world/world.ts';

/** Every figure by month and team over the generated world, now and in the past, against hand-written SQL. */
export async function benchFigures({ tickets }: BenchOptions): Promise<void> {
  await withBenchDatabase('none', async (database) => {
    await fill(database, tickets, { hasEvents: false });
    await reportSizes(database);
    await measureFigures(database);
  });
}

interface Timing {
  readonly question: FigureQuestion;
  readonly ms: number;
}

export async function measureFigures(database: BenchDatabase): Promise<void> {
  const slowest: Record<'now' | 'past', Timing | null> = { now: null, past: null };
  for (const when of ['now', 'past'] as const) {
    const asOf = when === 'now' ? WORLD_END : PAST;
    hint(`  as of ${when === 'now' ? 'now' : 'a past instant'}`);
    for (const figure of FIGURES) {
      const question = questionOf(figure, asOf);
      const ms = await measure(database, question, when === 'now');
      if (ms > (slowest[when]?.ms ?? 0)) slowest[when] = { question, ms };
    }
  }
  for (const [when, timing] of Object.entries(slowest)) {
    hint(`  slowest, as of ${when}: ${timing!.question.figure.id}`);
    await explainFigure(database.app, timing!.question);
  }
}

/** Milliseconds of the product's way, after printing them beside those of the hand-written SQL. */
async function measure(database: BenchDatabase, question: FigureQuestion, isNow: boolean): Promise<number> {
  const { figure, asOf } = question;
  const byHand = { text: handSql(figure.id, { asOf, isNow }), types: typeParsers };
  const ask = () => askFigure(database.app, defaultTenantId, question);
  refuseDifferent(figure.id, await ask(), (await database.administrator.query<HandRow>(byHand)).rows);
  const ms = await medianMs(ask);
  const limit = await medianMs(() => database.administrator.query(byHand));
  report(figure.id, [`${count(ms)} ms`, `by hand ${count(limit)} ms`, `ratio ${ratio(ms / limit)}`]);
  return ms;
}

function questionOf(figure: Figure, asOf: Instant): FigureQuestion {
  return { figure, edges: MONTHS, asOf, split: 'team', where: [], zone: ZONE };
}
