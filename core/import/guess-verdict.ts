import type { CountedValue } from './column-survey.ts';

const MET = /^(?:true|yes|ja|y|j|met|eingehalten|ok|in time|1)$/i;
const MISSED = /^(?:false|no|nein|n|missed|breached|verletzt|verfehlt|0)$/i;

/** Which values of a column say that a promise was met, and which that it was missed; null when they say neither. */
export function guessVerdict(
  values: readonly CountedValue[],
): { readonly met: readonly string[]; readonly missed: readonly string[] } | null {
  const met = values.filter(({ value }) => MET.test(value)).map(({ value }) => value);
  const missed = values.filter(({ value }) => MISSED.test(value)).map(({ value }) => value);
  return met.length > 0 && missed.length > 0 && met.length + missed.length === values.length ? { met, missed } : null;
}
