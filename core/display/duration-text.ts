import type { Seconds } from '../time/instant.ts';
import { exactRatio, roundedHalfUp } from './exact-ratio.ts';

/**
 * `25:01:01` for hours, minutes and seconds; hours are not folded into days. A negative duration is a leading minus and
 * then as positive; a fraction of a second is rounded half up. Null stays null. (kpi-spec G9)
 */
export function durationText(seconds: Seconds | null): string | null {
  const exact = seconds === null ? null : exactRatio(seconds, 1);
  if (!exact) return null;
  const signed = Number(roundedHalfUp(exact, 0));
  const whole = Math.abs(signed);
  const minutes = Math.floor(whole / 60);
  const text = `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(whole % 60)}`;
  return signed < 0 ? `-${text}` : text;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
