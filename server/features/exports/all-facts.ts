import type { Kysely } from 'kysely';
import type { FactTab } from '#core/figures/fact-tab.ts';
import type { Database } from '#server/database/schema.ts';
import { type FactBehind, type FactPageRequest, type FigureQuestion, factsBehind } from '../figures/index.ts';

/** A fact and where it stands: counted, left out of the figure, or without a verdict at the end of the last period. */
export interface PlacedFact {
  readonly place: 'counted' | 'left_out' | 'undecided';
  readonly fact: FactBehind;
}

/** Which of the facts: those of one tab, or of a number beside the figure. */
export type FactsWanted = Pick<FactPageRequest, 'tab' | 'beside'>;

const FACTS_PER_BATCH = 5000;

/** The facts behind a figure, place by place in the order of their instants, read batch by batch; `wanted`: not all. */
export async function* allFacts(
  db: Kysely<Database>,
  tenantId: string,
  question: FigureQuestion,
  { batch = FACTS_PER_BATCH, wanted }: { readonly batch?: number; readonly wanted?: FactsWanted } = {},
): AsyncGenerator<PlacedFact> {
  const tabs = wanted === undefined || wanted.tab.kind === 'all' ? ALL_TABS : [wanted.tab];
  const beside = wanted?.beside === undefined ? {} : { beside: wanted.beside };
  for (const tab of tabs) {
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof factsBehind>> = await factsBehind(db, tenantId, {
        question,
        tab,
        limit: batch,
        after,
        ...beside,
      });
      for (const fact of page.rows) yield { place: placeOf(tab), fact };
      after = page.next;
    } while (after !== null);
  }
}

const ALL_TABS: readonly FactTab[] = [{ kind: 'counted' }, { kind: 'left_out', reason: null }, { kind: 'undecided' }];

function placeOf({ kind }: FactTab): PlacedFact['place'] {
  return kind === 'left_out' || kind === 'undecided' ? kind : 'counted';
}
