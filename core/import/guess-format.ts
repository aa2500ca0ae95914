import type { Zone } from '../time/zone.ts';
import { INSTANT_FORMATS } from './instant-formats.ts';
import { instantReader } from './read-instant.ts';

/** So many of the values must be read: a placeholder here and there is no reason against a format. */
const ENOUGH = 0.9;
/** Epochs are told from other numbers by their length: these are the years 2001 to 2286. */
const EPOCH_DIGITS: Readonly<Record<string, number>> = { 'epoch-seconds': 10, 'epoch-milliseconds': 13 };

/** The format in which nearly all of these values are instants; null when there is none. */
export function guessFormat(values: readonly string[], zone: Zone): string | null {
  if (values.length === 0) return null;
  let best: { readonly format: string; readonly read: number } | null = null;
  for (const format of INSTANT_FORMATS) {
    const read = readBy(format, values, zone);
    if (read >= ENOUGH * values.length && read > (best?.read ?? 0)) best = { format, read };
  }
  return best?.format ?? null;
}

function readBy(format: string, values: readonly string[], zone: Zone): number {
  const reader = instantReader(format, zone);
  const digits = EPOCH_DIGITS[format];
  return values.filter((value) => {
    if (digits !== undefined && !new RegExp(`^\\d{${digits}}(?:\\.\\d+)?$`).test(value)) return false;
    return reader(value).kind === 'read';
  }).length;
}
