import type { Figure } from './definition.ts';
import * as handling from './handling.ts';
import * as serviceLevels from './service-levels.ts';
import * as times from './times.ts';
import * as volume from './volume.ts';

/** What figures judge a service by, in the words of the seed (1.2.3): Zielerreichung, Effizienz, Effektivität, Wirtschaftlichkeit. */
export const COCKPIT_GROUP_IDS = ['goals', 'efficiency', 'effectiveness', 'economy'] as const;
export type CockpitGroupId = (typeof COCKPIT_GROUP_IDS)[number];

/** What a group still waits for before it can say all it should. */
export type Awaited = 'cost_rates';

export interface CockpitGroup {
  readonly id: CockpitGroupId;
  /** The headline figures, in order. */
  readonly figures: readonly Figure[];
  readonly awaits: Awaited | null;
}

/**
 * The tiles of the cockpit. A figure has a tile when a service manager would act on it by itself; a figure that says
 * with other words what a tile says already is left to its own page, so that one bad month does not stand out twice:
 * the compliance over both clocks beside each of them, gross beside net, lead time beside working time.
 *
 * The economy of a service is its cost, which nobody can count before there are rates. Until then the group shows what
 * drives cost: how much comes in, how often customers have to ask, and how much a technician handles in a day.
 */
export const COCKPIT_GROUPS: readonly CockpitGroup[] = [
  {
    id: 'goals',
    figures: [
      serviceLevels.resolutionSla,
      serviceLevels.firstResponseSla,
      serviceLevels.slaViolations,
      handling.caseOwnerCoverage,
    ],
    awaits: null,
  },
  {
    id: 'efficiency',
    figures: [times.resolutionTime, times.firstResponseTime, handling.firstContactResolutionNet, volume.backlogOpen],
    awaits: null,
  },
  {
    id: 'effectiveness',
    figures: [
      handling.reopenRate,
      handling.escalationTimeliness,
      handling.firstLevelResolution,
      handling.hierarchicalEscalationRate,
    ],
    awaits: null,
  },
  {
    id: 'economy',
    figures: [volume.ticketsCreated, volume.contactsPerTicket, volume.contactsPerTechnicianDay],
    awaits: 'cost_rates',
  },
];

/** All figures that have a tile, in the order of the tiles. */
export const COCKPIT_FIGURES: readonly Figure[] = COCKPIT_GROUPS.flatMap(({ figures }) => figures);
