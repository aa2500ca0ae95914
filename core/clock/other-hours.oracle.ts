import type { PinnedVersions } from '../agreement/terms.ts';
import { VERSIONS } from '../ticket/story.oracle.ts';

/** The same agreements under other service hours: as written, night shifts and lunch breaks, never open and far away. */
export function underOtherHours(versions: PinnedVersions): readonly PinnedVersions[] {
  const hours = (office: string, always: string): PinnedVersions => ({
    agreements: versions.agreements,
    calendars: new Map([
      ['office', VERSIONS.calendars.get(office)!],
      ['always', VERSIONS.calendars.get(always)!],
    ]),
  });
  return [versions, hours('night', 'lunch'), hours('never', 'newYork')];
}
