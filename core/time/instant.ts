/** A point in time: whole seconds since 1970-01-01T00:00:00Z. `Infinity` means "never" or "not yet". */
export type Instant = number & { readonly brand: 'Instant' };

/** A length of time in whole seconds. */
export type Seconds = number;

export const NEVER = Number.POSITIVE_INFINITY as Instant;

export const SECONDS_PER_DAY = 86_400;

/** Marks a number of seconds since the epoch as an instant. Fractions are cut off: Kundig counts whole seconds. */
export function instant(epochSeconds: number): Instant {
  return Math.floor(epochSeconds) as Instant;
}

/**
 * Reads an ISO 8601 instant with `Z` or an offset. Fractions of a second are cut off.
 * @throws RangeError when the text is no instant.
 */
export function parseInstant(text: string): Instant {
  return instant(Temporal.Instant.from(text).epochMilliseconds / 1000);
}

/** Writes an instant as `2026-03-01T08:00:00Z`. */
export function formatInstant(at: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(at * 1000).toString();
}

export function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

export function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
