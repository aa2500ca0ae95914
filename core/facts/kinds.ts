import { column, nullable, type RowOf } from './column.ts';

/**
 * The kinds of facts that figures count. Each fact belongs to one ticket and is told by `factKey` from the others of
 * its kind there. A fact has versions: `knownFrom` to `knownTo` is the stretch of event time in which it read so
 * (law 7). As of T one sees the versions with `knownFrom < T <= knownTo`: events at T are not known yet (kpi-spec G3).
 *
 * `at` is the instant that puts the fact into a period (kpi-spec G4), the dimensions are those of that instant (G13).
 */
export const headerColumns = {
  factKey: column('text'),
  at: nullable('instant'),
  team: nullable('text'),
  service: nullable('text'),
  priority: nullable('text'),
  channel: nullable('text'),
  level: nullable('text'),
  type: nullable('text'),
  agreement: nullable('text'),
  /** When the ticket was created. */
  createdAt: column('instant'),
  /** `spam`, `test` or `merged` when the ticket is outside the base set (kpi-spec G5). */
  excludedAs: nullable('text'),
  /** What the ticket's source witnesses (kpi-spec 1.5). */
  hasStates: column('flag'),
  hasReplies: column('flag'),
  hasLevels: column('flag'),
  hasContacts: column('flag'),
  hasEscalations: column('flag'),
  hasClosing: column('flag'),
} as const;

const ownColumns = {
  /** One per ticket. */
  creation: { isActive: column('flag'), isCancelled: column('flag') },
  /** One per answered ticket; `businessSeconds` from creation. */
  first_response: { businessSeconds: nullable('seconds') },
  /** One per ticket that was ever resolved. */
  first_resolution: {
    isAutomatic: column('flag'),
    isEscalated: column('flag'),
    isFirstContactEligible: column('flag'),
    humanReplyCount: column('count'),
    secondsAfterContact: nullable('seconds'),
    furtherContactAt: nullable('instant'),
    reopenedAt: nullable('instant'),
    isNonIssueReopened: column('flag'),
  },
  /** The last resolution of a ticket that is resolved. */
  resolution: {
    isAutomatic: column('flag'),
    isEscalated: column('flag'),
    isManagementEscalated: column('flag'),
    initialLevel: nullable('text'),
    contactCount: column('count'),
    leadSeconds: column('seconds'),
    workingSeconds: column('seconds'),
    pausedSeconds: column('seconds'),
    unresolvedSeconds: column('seconds'),
  },
  /** The last closing of a ticket that is closed. */
  closing: {},
  /**
   * One per clock and cycle. `at` is the instant that fixes the verdict, or will if nothing happens before: the stop,
   * the breach, or the due instant of a running clock. A verdict counts once `at` lies before as_of.
   */
  clock: {
    clock: column('text'),
    cycle: column('count'),
    verdict: nullable('text'),
    cause: nullable('text'),
    /** `waived`, `cancelled` or `not_recorded` when the clock leaves numerator and denominator. */
    leftOutAs: nullable('text'),
    waivedAt: nullable('instant'),
    dueAt: nullable('instant'),
    stoppedAt: nullable('instant'),
    targetSeconds: nullable('seconds'),
    /** Business seconds that it had measured when it stopped; null while it has not, and of an imported one. */
    elapsedSeconds: nullable('seconds'),
    /** From when a running clock is at risk if nothing changes (kpi-spec 3.5); of an imported one nobody knows. */
    atRiskFrom: nullable('instant'),
    /** It rests on an open ticket and its verdict is open. */
    isPaused: column('flag'),
    isImported: column('flag'),
  },
  /** A stretch with one state and one set of dimensions; its versions are the stretches. Stocks are read from these. */
  span: {
    state: column('text'),
    isActive: column('flag'),
    isAnswered: column('flag'),
    /** Whether somebody is named as responsible; never who. */
    isOwned: column('flag'),
  },
  /** Into (+1) or out of (-1) the active tickets. */
  movement: { movement: column('text'), direction: column('count') },
  contact: { handledBy: nullable('text'), isInbound: column('flag') },
  handover: {
    fromLevel: nullable('text'),
    toLevel: nullable('text'),
    isUpward: column('flag'),
    hasNote: column('flag'),
  },
  escalation: { escalation: nullable('text'), hasReason: column('flag'), isInTime: column('flag') },
} as const;

export type FactKind = keyof typeof ownColumns;

export const FACT_KINDS = Object.keys(ownColumns) as FactKind[];

/** All columns of a kind, header first. */
export const factColumns = Object.fromEntries(
  FACT_KINDS.map((kind) => [kind, { ...headerColumns, ...ownColumns[kind] }]),
) as unknown as { readonly [K in FactKind]: typeof headerColumns & (typeof ownColumns)[K] };

export type HeaderRow = RowOf<typeof headerColumns>;
export type OwnRow<K extends FactKind> = RowOf<(typeof ownColumns)[K]>;
export type FactRow<K extends FactKind = FactKind> = HeaderRow & OwnRow<K>;
export type ColumnOf<K extends FactKind> = keyof FactRow<K> & string;
