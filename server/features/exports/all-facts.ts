import type { Kysely } from 'kysely';
import type { FactTab } from '#core/figures/fact-tab.ts';
import type { Database } from '#server/database/schema.ts';
import { type FactBehind, type FigureQuestion, factsBehind } from '../figures/index.ts';

/** A fact and where it stands: counted, left out of the figure, or without a verdict at the end of the last period. */
export interface PlacedFact {
  readonly place: 'counted' | 'left_out' | 'undecided';
  readonly fact: FactBehind;
}

const FACTS_PER_BATCH = 5000;

/** All facts behind a figure, place by place in the order of their instants, read batch by batch. */
export async function* allFacts(
  db: Kysely<Database>,
  tenantId: string,
  question: FigureQuestion,
  { batch = FACTS_PER_BATCH }: { readonly batch?: number } = {},
): AsyncGenerator<PlacedFact> {
  const tabs: readonly (FactTab & { readonly kind: PlacedFact['place'] })[] = [
    { kind: 'counted' },
    { kind: 'left_out', reason: null },
    { kind: 'undecided' },
  ];
  for (const tab of tabs) {
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof factsBehind>> = await factsBehind(db, tenantId, {
        question,
        tab,
        limit: batch,
        after,
      });
      for (const fact of page.rows) yield { place: tab.kind, fact };
      after = page.next;
    } while (after !== null);
  }
}
