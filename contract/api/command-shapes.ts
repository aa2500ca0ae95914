import { z } from 'zod';
import { type CommandKind, LIVE_CHANNELS, SUPPORT_LEVELS } from '#core/ticket/command.ts';
import type { Permission } from './permissions.ts';
import type { ProblemCode } from './problems.ts';
import { instantText, key, longText, plainText, reasonText } from './shapes.ts';

const isAutomatic = z.boolean().default(false);
const isTrivial = z.boolean().default(false);
const isNonIssue = z.boolean().default(false);
const none = z.strictObject({});
const reason = z.strictObject({ reason: reasonText });
const to = z.strictObject({ to: key });

/** The body of each command of a ticket: the fields of the core's command but its kind. A test holds the two together. */
export const commandShapes = {
  receiveMessage: z.strictObject({ body: longText, isTrivial }),
  reply: z.strictObject({ body: longText, visibility: z.enum(['public', 'internal']), isAutomatic }),
  recordContact: z.strictObject({
    channel: z.enum(LIVE_CHANNELS),
    startedAt: instantText,
    direction: z.enum(['inbound', 'outbound']),
    isTrivial,
    note: reasonText.default(''),
  }),
  assign: z.strictObject({ team: z.exactOptional(key.nullable()), assignee: z.exactOptional(z.uuid().nullable()) }),
  handOver: z.strictObject({ toLevel: z.enum(SUPPORT_LEVELS), team: z.exactOptional(key), note: reasonText }),
  acceptHandover: none,
  returnHandover: reason,
  escalate: reason,
  answerEscalation: z.strictObject({ body: longText }),
  startWork: none,
  waitForRequester: reason,
  waitForOthers: reason,
  changePriority: to,
  changeService: to,
  changeType: to,
  changeAgreement: z.strictObject({ versionId: key }),
  resolve: z.strictObject({ solution: longText, isAutomatic }),
  confirmSolution: none,
  rejectSolution: reason,
  reopen: z.strictObject({ reason: reasonText, isNonIssue }),
  markReopening: z.strictObject({ isNonIssue: z.boolean() }),
  close: z.strictObject({ isAutomatic }),
  cancel: reason,
  markSpam: none,
  markTest: none,
  takeBack: none,
  waiveVerdict: z.strictObject({ clock: z.enum(['first_response', 'resolution']), reason: reasonText }),
} as const satisfies Record<CommandKind, z.ZodObject>;

export type CommandShapes = typeof commandShapes;
export const COMMAND_KINDS = Object.keys(commandShapes) as readonly CommandKind[];

/** Commands that need more than the work on tickets: they change what counts, or speak for management. */
const decisions: ReadonlySet<CommandKind> = new Set([
  'answerEscalation',
  'changeAgreement',
  'markReopening',
  'takeBack',
  'waiveVerdict',
]);

export function permissionOf(kind: CommandKind): Permission {
  return decisions.has(kind) ? 'tickets.decide' : 'tickets.work';
}

type Examples = { readonly [Kind in CommandKind]: z.input<CommandShapes[Kind]> };

export const commandExamples: Examples = {
  receiveMessage: { body: 'It still does not print.', isTrivial: false },
  reply: { body: 'Please switch the printer off and on again.', visibility: 'public' },
  recordContact: {
    channel: 'phone',
    startedAt: '2026-03-02T09:00:00Z',
    direction: 'inbound',
    note: 'Asks when it will be done.',
  },
  assign: { team: 'Network' },
  handOver: { toLevel: '2', team: 'Network', note: 'Restarted twice, log attached.' },
  acceptHandover: {},
  returnHandover: { reason: 'The log is missing.' },
  escalate: { reason: 'The branch cannot work.' },
  answerEscalation: { body: 'A second technician is on the way.' },
  startWork: {},
  waitForRequester: { reason: 'Asked for the serial number.' },
  waitForOthers: { reason: 'The vendor sends a part.' },
  changePriority: { to: '1' },
  changeService: { to: 'Printing' },
  changeType: { to: 'incident' },
  changeAgreement: { versionId: 'gold-2' },
  resolve: { solution: 'The driver was replaced.' },
  confirmSolution: {},
  rejectSolution: { reason: 'It prints blank pages.' },
  reopen: { reason: 'The fault is back.' },
  markReopening: { isNonIssue: true },
  close: {},
  cancel: { reason: 'The requester found the cause.' },
  markSpam: {},
  markTest: {},
  takeBack: {},
  waiveVerdict: { clock: 'resolution', reason: 'The power was out in the whole town.' },
};

/** Refusals that any command may meet, and those of some alone. */
export const commonRefusals: readonly ProblemCode[] = ['not_active', 'is_merged', 'is_withdrawn', 'before_last_event'];

export const commandRefusals: Partial<Record<CommandKind, readonly ProblemCode[]>> = {
  receiveMessage: ['text_missing'],
  reply: ['text_missing'],
  recordContact: ['contact_ends_before_start'],
  assign: ['unchanged', 'person_unknown'],
  handOver: ['level_unchanged', 'text_missing'],
  acceptHandover: ['no_open_handover'],
  returnHandover: ['no_open_handover', 'handover_from_nowhere', 'text_missing'],
  escalate: ['escalation_open', 'text_missing'],
  answerEscalation: ['no_open_escalation', 'text_missing'],
  startWork: ['unchanged'],
  waitForRequester: ['unchanged', 'text_missing'],
  waitForOthers: ['unchanged', 'text_missing'],
  changePriority: ['unchanged', 'priority_unknown'],
  changeService: ['unchanged'],
  changeType: ['unchanged'],
  changeAgreement: ['unchanged', 'agreement_unknown'],
  resolve: ['text_missing'],
  confirmSolution: ['not_resolved'],
  rejectSolution: ['not_resolved', 'text_missing'],
  reopen: ['not_done', 'text_missing'],
  markReopening: ['no_reopening', 'unchanged'],
  close: ['not_resolved'],
  cancel: ['text_missing'],
  takeBack: ['not_withdrawn'],
  waiveVerdict: ['no_such_clock', 'already_waived', 'text_missing'],
};

const dimension = key.nullable().default(null);

/** What a new ticket says. What is promised and which calendar counts follows from the agreements. */
export const openTicketShape = z.strictObject({
  subject: plainText(500),
  description: longText.default(''),
  /** The organisation and the id of the person there. */
  customer: dimension,
  requester: z.uuid().nullable().default(null),
  team: dimension,
  service: dimension,
  priority: dimension,
  channel: dimension,
  level: dimension,
  type: dimension,
  /** False for what nobody can solve at first contact. */
  isFirstContactEligible: z.boolean().default(true),
});

/** Two tickets about the same: the younger goes into the older, whichever is named first. */
export const mergeShape = z.strictObject({ with: z.number().int().min(1).max(999_999_999_999_999) });
