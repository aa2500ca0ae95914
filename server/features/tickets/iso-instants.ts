import { instantOut } from '#contract/api/shapes.ts';
import type { Instant } from '#core/time/instant.ts';

/** Fields that hold instants wherever they stand. A number in them is one; a text, such as a former priority, is not. */
const instantFields = /^(?:at|from|until|\w+At)$/;

/** The same value with its instants as ISO texts; "never" becomes null. */
export function withIsoInstants(value: unknown, field = ''): unknown {
  if (typeof value === 'number' && instantFields.test(field)) {
    return Number.isFinite(value) ? instantOut(value as Instant) : null;
  }
  if (Array.isArray(value)) return value.map((item) => withIsoInstants(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withIsoInstants(inner, name)]));
}
