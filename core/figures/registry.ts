import type { Figure } from './definition.ts';
import * as handling from './handling.ts';
import * as serviceLevels from './service-levels.ts';
import * as times from './times.ts';
import * as volume from './volume.ts';

/** Every figure of the product, in the order of the specification. One definition each: SQL, arrays, words, tables. */
export const FIGURES: readonly Figure[] = [
  serviceLevels.slaCompliance,
  serviceLevels.firstResponseSla,
  serviceLevels.resolutionSla,
  serviceLevels.slaViolations,
  serviceLevels.slaAtRisk,
  serviceLevels.slaWaived,
  times.firstResponseTime,
  times.resolutionTime,
  times.leadTime,
  times.customerWaitShare,
  times.backlogAge,
  times.awaitingFirstResponse,
  volume.ticketsCreated,
  volume.ticketsResolved,
  volume.ticketsClosed,
  volume.backlogOpen,
  volume.netFlow,
  volume.contactsHandled,
  volume.contactsPerWorkingDay,
  volume.contactsPerTechnicianDay,
  volume.contactsByLevel,
  volume.contactsPerTicket,
  handling.firstContactResolution,
  handling.firstContactResolutionNet,
  handling.firstLevelResolution,
  handling.functionalEscalationRate,
  handling.hierarchicalEscalationRate,
  handling.escalationTimeliness,
  handling.reopenRate,
  handling.unresolvedRate,
  handling.caseOwnerCoverage,
];

const byId = new Map(FIGURES.map((figure) => [figure.id, figure]));

/** The figure with that id, or undefined. */
export function figureById(id: string): Figure | undefined {
  return byId.get(id);
}
