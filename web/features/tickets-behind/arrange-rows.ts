import { type ListRow, ownValue } from './list-rows.ts';

/*
 * Finding and sorting within a list, in the browser, up to 20,000 rows. Texts are compared once for each value that
 * differs, not once for each pair of rows: that keeps 5,000 rows within a tenth of a second on a slow computer.
 */

export interface Sorting {
  readonly column: string;
  readonly isDescending: boolean;
}

/** `-lateSeconds` as a sorting; null for none. */
export function readSorting(text: string | undefined): Sorting | null {
  if (text === undefined || text === '' || text === '-') return null;
  return text.startsWith('-') ? { column: text.slice(1), isDescending: true } : { column: text, isDescending: false };
}

export function writeSorting({ column, isDescending }: Sorting): string {
  return isDescending ? `-${column}` : column;
}

/** What a click on a heading leads to: first as the column is read, then the other way round. */
export function nextSorting(sorting: Sorting | null, column: string): Sorting {
  return { column, isDescending: sorting?.column === column && !sorting.isDescending };
}

type Value = string | number | boolean | null;

const collators = new Map<string, Intl.Collator>();

function collatorOf(language: string): Intl.Collator {
  const known = collators.get(language);
  if (known) return known;
  const fresh = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  collators.set(language, fresh);
  return fresh;
}

/** The rows in which all the words stand, whatever their case, in the order given. */
export function foundRows(rows: readonly ListRow[], find: string): readonly ListRow[] {
  const wanted = find.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return rows;
  return rows.filter(({ words }) => wanted.every((word) => words.includes(word)));
}

/**
 * The rows in the order of a column. Nothing stands last whichever way one sorts; equals stay as the server gave them.
 * The rows given are not touched.
 */
export function sortedRows(
  rows: readonly ListRow[],
  sorting: Sorting | null,
  { language, valueIn = columnValue }: { readonly language: string; readonly valueIn?: typeof columnValue },
): readonly ListRow[] {
  if (sorting === null) return rows;
  const values = rows.map((row) => valueIn(row, sorting.column));
  const ranks = rankOf(values, collatorOf(language));
  const sign = sorting.isDescending ? -1 : 1;
  const order = rows.map((_, index) => index);
  order.sort((a, b) => {
    const [left, right] = [ranks[a]!, ranks[b]!];
    if (left === right) return rows[a]!.place - rows[b]!.place;
    if (Number.isNaN(left) || Number.isNaN(right)) return Number.isNaN(left) ? 1 : -1;
    return sign * (left - right);
  });
  return order.map((index) => rows[index]!);
}

/** Numbers that stand in the order of the values; NaN for nothing. */
function rankOf(values: readonly Value[], { compare }: Intl.Collator): Float64Array {
  const texts = new Set<string>();
  for (const value of values) if (typeof value === 'string') texts.add(value);
  const ranks = new Map([...texts].sort(compare).map((text, rank) => [text, rank]));
  return Float64Array.from(values, (value) => {
    if (value === null) return Number.NaN;
    return typeof value === 'string' ? ranks.get(value)! : Number(value);
  });
}

/** What a column is sorted by. */
export function columnValue({ fact, ...names }: ListRow, column: string): Value {
  switch (column) {
    case 'ticket':
    case 'subject':
    case 'priority':
    case 'level':
    case 'state':
    case 'reason':
    case 'seconds':
    case 'lateSeconds':
      return fact[column];
    case 'customer':
      return names.customerName;
    case 'service':
      return names.serviceName;
    case 'team':
      return names.teamName;
    case 'why':
      return fact.leftOut?.why ?? null;
    case 'by':
      return fact.leftOut?.by?.name ?? null;
    case 'leftOutAt':
      return fact.leftOut?.at ?? null;
    default:
      return ownValue(fact, column);
  }
}
