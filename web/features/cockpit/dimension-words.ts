import type { Answer } from '#web/shell/api.ts';
import type { Words } from '#web/shell/words.tsx';

export type Dimension = Answer<'listDimensions'>['dimensions'][number]['dimension'];

interface DimensionValue {
  readonly dimension: Dimension;
  readonly value: string;
  /** Null for values without one. */
  readonly name: string | null;
}

type DimensionWords = Pick<Words, 'say' | 'sayLoosely'>;

/** What the API writes where nothing is set. */
const NONE = '(none)';

/** `E-Mail und Kalender`, `Telefon`, `nicht gesetzt`. */
export function valueName({ dimension, value, name }: DimensionValue, { say, sayLoosely }: DimensionWords): string {
  if (value === NONE) return say('desk.cockpit.value.none');
  return name ?? sayLoosely(`desk.cockpit.value.${dimension}.${value}`) ?? value;
}

/** The same with what it is a value of: `Service E-Mail und Kalender`. */
export function dimensionValueName(given: DimensionValue, words: DimensionWords): string {
  return `${words.say(`desk.cockpit.dimension.${given.dimension}`)} ${valueName(given, words)}`;
}

/** A filter of the address in its two parts: `team=Mail`. */
export function filterParts(filter: string): { readonly dimension: string; readonly value: string } {
  const at = filter.indexOf('=');
  return { dimension: filter.slice(0, at), value: filter.slice(at + 1) };
}

/** The filters of an address with that of a dimension set to a value, or taken away by null. Sorted, each once. */
export function withFilter(
  where: readonly string[] | undefined,
  { dimension, value }: { readonly dimension: string; readonly value: string | null },
): string[] {
  const others = (where ?? []).filter((filter) => filterParts(filter).dimension !== dimension);
  return (value === null ? others : [...others, `${dimension}=${value}`]).sort();
}
