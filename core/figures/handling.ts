import { beside } from './beside.ts';
import { share } from './definition.ts';
import { type Asks, all, any, not, type Predicate } from './predicate.ts';

/** Figures of kpi-spec section 6 that tickets, hand-overs and escalations feed. */

const isReopened = (c: Asks<'first_resolution'>): Predicate => c.reopenedAt.isWithin('reopenWindowSeconds', 'at');

const isSolvedAtFirstContact = (c: Asks<'first_resolution'>): Predicate =>
  all(
    not(c.isAutomatic.isTrue),
    not(c.isEscalated.isTrue),
    c.humanReplyCount.isAtMost(1),
    any(not(c.secondsAfterContact.isPresent), c.secondsAfterContact.isAtMost('wrapUpSeconds')),
    not(c.furtherContactAt.isWithin('reopenWindowSeconds', 'at')),
    not(isReopened(c)),
  );

const firstContact = {
  of: 'first_resolution' as const,
  success: isSolvedAtFirstContact,
  immature: (c: Asks<'first_resolution'>) => all(isSolvedAtFirstContact(c), c.at.isRunning('reopenWindowSeconds')),
  bound: 'at_most' as const,
  needs: ['states', 'replies', 'levels', 'contacts'] as const,
  better: 'higher' as const,
  chart: 'p' as const,
  show: ['at', 'humanReplyCount', 'furtherContactAt', 'reopenedAt', 'team'] as const,
};

/** 6.1 */
export const firstContactResolution = share({
  ...firstContact,
  id: 'first_contact_resolution_pct',
  leftOut: (c) => [{ reason: 'monitoring', when: c.channel.is('monitoring') }],
});

/** 6.2 */
export const firstContactResolutionNet = share({
  ...firstContact,
  id: 'first_contact_resolution_net_pct',
  leftOut: (c) => [
    { reason: 'monitoring', when: c.channel.is('monitoring') },
    { reason: 'not_eligible', when: not(c.isFirstContactEligible.isTrue) },
  ],
});

/** 6.3 */
export const firstLevelResolution = share({
  id: 'first_level_resolution_pct',
  of: 'resolution',
  whereRecorded: (c) => c.initialLevel.is('1'),
  success: (c) => all(not(c.isEscalated.isTrue), not(c.isAutomatic.isTrue)),
  needs: ['levels'],
  better: 'higher',
  chart: 'p',
  show: ['at', 'level', 'priority', 'team'],
});

/** 6.4 */
export const functionalEscalationRate = share({
  id: 'functional_escalation_rate_pct',
  of: 'resolution',
  success: (c) => c.isEscalated.isTrue,
  needs: ['levels'],
  better: 'lower',
  chart: 'p',
  show: ['at', 'level', 'priority', 'team'],
});

/** 6.5 */
export const hierarchicalEscalationRate = share({
  id: 'hierarchical_escalation_rate_pct',
  of: 'resolution',
  success: (c) => c.isManagementEscalated.isTrue,
  needs: ['escalations'],
  better: 'lower',
  chart: 'p',
  show: ['at', 'level', 'priority', 'team'],
});

/** 6.6 */
export const escalationTimeliness = share({
  id: 'escalation_timeliness_pct',
  of: 'escalation',
  success: (c) => all(c.hasReason.isTrue, c.isInTime.isTrue),
  needs: ['levels', 'escalations'],
  better: 'higher',
  chart: 'p',
  show: ['at', 'escalation', 'hasReason', 'isInTime', 'team'],
});

/** Of all tickets that came back, how many an agent said were no issue: so that marking cannot beautify 6.7 unseen. */
const nonIssueShare = share({
  id: 'non_issue_share_pct',
  of: 'first_resolution',
  whereRecorded: (c) => any(isReopened(c), c.isNonIssueReopened.isTrue),
  success: (c) => c.isNonIssueReopened.isTrue,
  needs: ['states'],
  better: 'neutral',
  chart: 'none',
  show: ['at', 'reopenedAt', 'priority', 'team'],
});

/** 6.7 */
export const reopenRate = share({
  id: 'reopen_rate_pct',
  of: 'first_resolution',
  success: isReopened,
  immature: (c) => all(not(isReopened(c)), c.at.isRunning('reopenWindowSeconds')),
  bound: 'at_least',
  beside: [beside('non_issue', nonIssueShare)],
  needs: ['states'],
  better: 'lower',
  chart: 'p',
  show: ['at', 'reopenedAt', 'priority', 'team'],
});

/** 6.8 */
export const unresolvedRate = share({
  id: 'unresolved_rate_pct',
  of: 'creation',
  leftOut: (c) => [{ reason: 'cancelled', when: c.isCancelled.isTrue }],
  success: (c) => c.isActive.isTrue,
  isAgeing: true,
  better: 'lower',
  chart: 'none',
  show: ['at', 'priority', 'service', 'team'],
});

/** 6.15 */
export const caseOwnerCoverage = share({
  id: 'case_owner_coverage_pct',
  of: 'span',
  basis: 'stock',
  where: (c) => c.isActive.isTrue,
  success: (c) => c.isOwned.isTrue,
  interval: null,
  better: 'higher',
  chart: 'xmr',
  show: ['createdAt', 'isOwned', 'state', 'team'],
});
