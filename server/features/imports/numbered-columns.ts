/** The names of columns, each of them once. */
export interface NumberedColumns {
  readonly header: readonly string[];
  /** The names that were made up, such as `Status (2)`. */
  readonly numbered: readonly string[];
}

/**
 * Numbers names that stand in the first line more than once, so that each column can be named: `Status`, `Status (2)`.
 * A column without a name keeps none.
 */
export function numberColumns(names: readonly string[]): NumberedColumns {
  const taken = new Set(names);
  const seen = new Map<string, number>();
  const numbered: string[] = [];
  const header = names.map((name) => {
    const place = (seen.get(name) ?? 0) + 1;
    seen.set(name, place);
    if (name === '' || place === 1) return name;
    let number = place;
    while (taken.has(`${name} (${number})`)) number += 1;
    const own = `${name} (${number})`;
    taken.add(own);
    numbered.push(own);
    return own;
  });
  return { header, numbered };
}
