import { type Instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { formatLocalDate, type LocalDate, parseLocalDate } from '#core/time/local-date.ts';
import { isShownTwice, type Zone } from '#core/time/zone.ts';
import type { Language } from '#text/language.ts';

/**
 * `Fri 2026-03-06 16:30`, with seconds only when there are any. In the hour that the clock shows twice in autumn the
 * offset tells which is meant: `Sun 2026-10-25 02:30+02:00`.
 */
export function momentText(at: Instant, zone: Zone, language: Language): string {
  const offset = isShownTwice(zone, at) ? offsetText(zone.offsetAt(at)) : '';
  return `${dayText(localDate(at, zone), language)} ${timeText(at, zone)}${offset}`;
}

function offsetText(offsetSeconds: number): string {
  const minutes = Math.abs(offsetSeconds) / 60;
  const parts = [Math.floor(minutes / 60), Math.floor(minutes % 60)].map((part) => String(part).padStart(2, '0'));
  return `${offsetSeconds < 0 ? '-' : '+'}${parts.join(':')}`;
}

/** `Fri 2026-03-06` for `2026-03-06`. */
export function dayText(date: string, language: Language): string {
  const midnight = new Date(parseLocalDate(date) * SECONDS_PER_DAY * 1000);
  return `${new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(midnight)} ${date}`;
}

/** `16:30`, `16:30:05`; the end of a local date is `24:00` when the text begins on that date. */
export function timeText(at: Instant, zone: Zone, ofDate?: string): string {
  const local = zone.localSecondsAt(at);
  const seconds = ((local % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY;
  if (seconds === 0 && ofDate !== undefined && localDate(at, zone) !== ofDate) return '24:00';
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[2] === 0 ? parts.slice(0, 2) : parts;
  return shown.map((part) => String(part).padStart(2, '0')).join(':');
}

/** The local date on which `at` lies. */
export function localDate(at: Instant, zone: Zone): string {
  return formatLocalDate(Math.floor(zone.localSecondsAt(at) / SECONDS_PER_DAY) as LocalDate);
}
