import { type TargetVersion, versionOn } from '#core/figures/target.ts';
import { addDays, parseLocalDate } from '#core/time/local-date.ts';
import type { Answer } from '#web/shell/api.ts';
import type { Format } from '#web/shell/format.ts';

export type AnsweredVersion = Answer<'listTargetVersions'>['versions'][number];

/** The versions of a target as the core knows them: dates as days. */
export function versionsOf(
  targets: readonly AnsweredVersion[],
): readonly (Omit<AnsweredVersion, 'validFrom'> & TargetVersion)[] {
  return targets.map((target) => ({ ...target, validFrom: parseLocalDate(target.validFrom) }));
}

/** What was promised for each period: the value in force on its last day; null where there was none. */
export function promisesAt(
  targets: readonly AnsweredVersion[],
  periods: readonly { readonly to: string }[],
  { isoDate }: Pick<Format, 'isoDate'>,
): readonly (number | null)[] {
  const versions = versionsOf(targets);
  return periods.map(({ to }) => versionOn(versions, addDays(parseLocalDate(isoDate(to)), -1))?.value ?? null);
}
