import { type Instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { formatLocalDate, type LocalDate } from '#core/time/local-date.ts';
import type { Zone } from '#core/time/zone.ts';

/** `2026-03-01T09:00:00+01:00`: what the wall clock shows, and how far it is from UTC. */
export function localTimeText(epochSeconds: number, zone: Zone): string {
  const at = epochSeconds as Instant;
  const offset = zone.offsetAt(at);
  const local = at + offset;
  const date = Math.floor(local / SECONDS_PER_DAY);
  const text = `${formatLocalDate(date as LocalDate)}T${timeText(local - date * SECONDS_PER_DAY)}`;
  // Before clocks were set by zones, offsets had seconds, and RFC 3339 has none: then the instant is told in UTC.
  if (offset % 60 !== 0) return new Date(epochSeconds * 1000).toISOString().replace('.000Z', 'Z');
  const minutes = Math.abs(offset) / 60;
  return `${text}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function timeText(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(Math.floor(seconds) % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
