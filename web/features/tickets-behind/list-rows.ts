import type { Answer } from '#web/shell/api.ts';

export type FactsAnswer = Answer<'listFacts'>;
export type Fact = FactsAnswer['rows'][number];
export type FactTabs = NonNullable<FactsAnswer['tabs']>;
/** A value of a column that belongs to the kind of the fact. */
export type OwnValue = Fact['columns'][keyof Fact['columns']];

/** A row of the list: the fact as the server told it, and what it is found by. */
export interface ListRow {
  /** Place in the order of the server, from 0: ties are broken by it. */
  readonly place: number;
  /** The same on every load: a ticket may stand in a list more than once, with several clocks. */
  readonly key: string;
  readonly fact: Fact;
  readonly serviceName: string | null;
  readonly teamName: string | null;
  readonly customerName: string | null;
  /** All its words in lower case. */
  readonly words: string;
}

/** What an own column of a fact holds; null when it has none of that name. */
export function ownValue({ columns }: Fact, name: string): string | number | boolean | null {
  return (columns as Readonly<Record<string, OwnValue | undefined>>)[name] ?? null;
}

/** The rows of a page. `from`: how many rows stand before it. `wordsOf` adds words that only a language knows. */
export function rowsOfPage(
  { rows, names }: Pick<FactsAnswer, 'rows' | 'names'>,
  from: number,
  { wordsOf }: { readonly wordsOf: (fact: Fact) => readonly string[] },
): ListRow[] {
  return rows.map((fact, index) => {
    const place = from + index;
    const serviceName = nameOf(names.service, fact.service);
    const teamName = nameOf(names.team, fact.team);
    const customerName = nameOf(names.customer, fact.customer);
    const told = [fact.ticket, fact.sourceKey, fact.subject, customerName, serviceName, teamName, ...wordsOf(fact)];
    return {
      place,
      key: [fact.ticket, ownValue(fact, 'clock'), ownValue(fact, 'cycle'), fact.from, place].join('/'),
      fact,
      serviceName,
      teamName,
      customerName,
      words: told
        .filter((one) => one !== null)
        .join('\n')
        .toLocaleLowerCase(),
    };
  });
}

function nameOf(names: Readonly<Record<string, string>>, key: string | null): string | null {
  // A key may be called `constructor`.
  return key !== null && Object.hasOwn(names, key) ? names[key]! : key;
}
