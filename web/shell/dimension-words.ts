import { foreignText } from '#text/foreign-text.ts';
import type { Answer } from './api.ts';
import type { Words } from './words.tsx';

/** The dimensions that tickets are filtered by, with the values they have. */
export type Dimensions = Answer<'listDimensions'>['dimensions'];
export type Dimension = Dimensions[number]['dimension'];

/** How the API writes a value that is not set. */
export const NONE = '(none)';

type DimensionWords = Pick<Words, 'sayLoosely'>;

interface DimensionValue {
  readonly dimension: string;
  readonly value: string;
  /** Null or left out for values without one. */
  readonly name?: string | null | undefined;
}

/** `Service`, `Priorität`. */
export function dimensionName(dimension: string, { sayLoosely }: DimensionWords): string {
  return sayLoosely(`desk.dimension.${dimension}`) ?? dimension;
}

/** `E-Mail und Kalender`, `Telefon`, `P2`, `nicht gesetzt`. */
export function valueName({ dimension, value, name }: DimensionValue, { sayLoosely }: DimensionWords): string {
  if (value === NONE) return sayLoosely('desk.value.none') ?? value;
  if (dimension === 'priority') return priorityText(value);
  if (dimension === 'level') return foreignText(name ?? sayLoosely('desk.value.level', { level: value }) ?? value);
  if (dimension === 'state') return sayLoosely(`ticketState.${value}`) ?? value;
  // Values that lists have as columns are called there.
  return foreignText(
    name ?? sayLoosely(`desk.value.${dimension}.${value}`) ?? sayLoosely(`desk.list.${dimension}.${value}`) ?? value,
  );
}

/** The same with what it is a value of: `Service E-Mail und Kalender`. */
export function dimensionValueName(given: DimensionValue, words: DimensionWords): string {
  const value = valueName(given, words);
  // The name of a level says already that it is one.
  return given.dimension === 'level' && given.value !== NONE
    ? value
    : `${dimensionName(given.dimension, words)} ${value}`;
}

/** The name of a value among those that the API tells; null while they are not known. */
export function toldName(dimensions: Dimensions, { dimension, value }: Omit<DimensionValue, 'name'>): string | null {
  const known = dimensions.find((one) => one.dimension === dimension)?.values.find((one) => one.value === value);
  return known?.name ?? null;
}

/** `P2`; what is no number stands as it is. */
export function priorityText(priority: string | null): string {
  return priority === null ? '' : /^\d+$/.test(priority) ? `P${priority}` : foreignText(priority);
}
