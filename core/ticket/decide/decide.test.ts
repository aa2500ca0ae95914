import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TicketCommand } from '../command.ts';
import type { TicketEvent } from '../event.ts';
import { becomes, berlin, type Line, opened, reply, story, ticketAfter, VERSIONS } from '../story.oracle.ts';
import type { Ticket } from '../ticket.ts';
import { decide } from './decide.ts';
import { decideMerge, decideTakeBackMerge } from './withdrawal.ts';

const person = 'person-1';
const at = berlin('2026-03-04 12:00');
const acting = { at, actor: person, versions: VERSIONS };

const after = (...lines: readonly Line[]): Ticket => ticketAfter(story(['2026-03-04 09:00', opened()], ...lines));
const fresh = after();
const working = after(['2026-03-04 09:10', becomes('in_progress')]);
const waiting = after(['2026-03-04 09:10', becomes('pending_customer')]);
const resolved = after(['2026-03-04 10:00', becomes('resolved')]);
const closed = after(['2026-03-04 10:00', becomes('resolved')], ['2026-03-04 11:00', becomes('closed')]);
const cancelled = after(['2026-03-04 10:00', becomes('cancelled')]);
const handed = after([
  '2026-03-04 10:00',
  (when) => ({ kind: 'handedOver', at: when, fromLevel: '1', toLevel: '2', hasNote: true }),
]);

/** What a command makes, in short: kinds of events, states with their name; or the refusal. */
function told(ticket: Ticket, command: TicketCommand): string {
  const decision = decide(ticket, command, acting);
  if (decision.kind === 'refused') return decision.code;
  return decision.steps.map(({ event }) => inShort(event)).join(' ');
}

function inShort(event: TicketEvent): string {
  if (event.kind === 'stateChanged') return event.to;
  if (event.kind === 'handedOver') return `${event.fromLevel}>${event.toLevel}`;
  return 'to' in event ? `${event.kind}:${event.to}` : event.kind;
}

const TABLE: readonly [name: string, ticket: Ticket, command: TicketCommand, told: string][] = [
  ['a message is recorded', fresh, message(), 'requesterContacted'],
  ['a message ends the wait for the requester', waiting, message(), 'requesterContacted in_progress'],
  ['thanks do not', waiting, message({ isTrivial: true }), 'requesterContacted'],
  ['a message reopens a resolved ticket', resolved, message(), 'requesterContacted in_progress'],
  ['thanks do not reopen', resolved, message({ isTrivial: true }), 'requesterContacted'],
  ['a message leaves a closed ticket closed', closed, message(), 'requesterContacted'],
  ['an empty message is none', fresh, message({ body: ' \n' }), 'text_missing'],
  ['the first answer takes up the work', fresh, answer(), 'replySent in_progress'],
  ['an internal note does not', fresh, answer({ visibility: 'internal' }), 'replySent'],
  ['nor does an automatic answer', fresh, answer({ isAutomatic: true }), 'replySent'],
  ['a second answer changes nothing else', working, answer(), 'replySent'],
  ['the call that opened the ticket is no further contact', fresh, call('2026-03-04 08:55'), 'contactHandled'],
  ['a later call is', fresh, call('2026-03-04 11:50'), 'requesterContacted contactHandled'],
  ['an outgoing call is none', fresh, call('2026-03-04 11:50', 'outbound'), 'contactHandled'],
  ['a call cannot begin after its end', fresh, call('2026-03-04 12:01'), 'contact_ends_before_start'],
  ['a call in the wait ends it', waiting, call('2026-03-04 11:50'), 'requesterContacted contactHandled in_progress'],
  ['team and owner', fresh, { kind: 'assign', team: 'T', assignee: 'p' }, 'teamChanged:T assigneeChanged:p'],
  ['nobody is already nobody', fresh, { kind: 'assign', assignee: null }, 'unchanged'],
  ['a resolved ticket has no new owner', resolved, { kind: 'assign', assignee: 'p' }, 'not_active'],
  ['up', fresh, { kind: 'handOver', toLevel: '2', note: 'n' }, '1>2'],
  ['up to another team', fresh, { kind: 'handOver', toLevel: '2', team: 'T', note: '' }, '1>2 teamChanged:T'],
  ['to the same level', fresh, { kind: 'handOver', toLevel: '1', note: 'n' }, 'level_unchanged'],
  ['who accepts is the owner', handed, { kind: 'acceptHandover' }, `handoverAccepted assigneeChanged:${person}`],
  ['nothing to accept', fresh, { kind: 'acceptHandover' }, 'no_open_handover'],
  ['returned', handed, { kind: 'returnHandover', reason: 'not ours' }, '2>1 handoverReturned'],
  ['returned without a reason', handed, { kind: 'returnHandover', reason: '' }, 'text_missing'],
  ['escalated', fresh, { kind: 'escalate', reason: 'r' }, 'managementEscalated'],
  ['escalated without a reason', fresh, { kind: 'escalate', reason: '' }, 'text_missing'],
  ['nothing to answer', fresh, { kind: 'answerEscalation', body: 'b' }, 'no_open_escalation'],
  ['waits', working, { kind: 'waitForRequester', reason: '' }, 'pending_customer'],
  ['waits already', waiting, { kind: 'waitForRequester', reason: '' }, 'unchanged'],
  ['waits for others', working, { kind: 'waitForOthers', reason: 'part ordered' }, 'pending_vendor'],
  ['goes on', waiting, { kind: 'startWork' }, 'in_progress'],
  ['priority', resolved, { kind: 'changePriority', to: 'P1' }, 'priorityChanged:P1'],
  ['the same priority', fresh, { kind: 'changePriority', to: 'P2' }, 'unchanged'],
  ['a priority that the agreement does not know', fresh, { kind: 'changePriority', to: 'banana' }, 'priority_unknown'],
  ['priority of a cancelled ticket', cancelled, { kind: 'changePriority', to: 'P1' }, 'is_withdrawn'],
  ['agreement', fresh, { kind: 'changeAgreement', versionId: 'strict' }, 'agreementChanged'],
  ['no such agreement', fresh, { kind: 'changeAgreement', versionId: 'x' }, 'agreement_unknown'],
  ['resolved', fresh, { kind: 'resolve', solution: '', isAutomatic: false }, 'resolved'],
  ['resolved twice', resolved, { kind: 'resolve', solution: '', isAutomatic: false }, 'not_active'],
  ['confirmed', resolved, { kind: 'confirmSolution' }, 'solutionJudged closed'],
  ['rejected', resolved, { kind: 'rejectSolution', reason: 'still dark' }, 'solutionJudged in_progress'],
  ['rejected after closing', closed, { kind: 'rejectSolution', reason: 'still dark' }, 'not_resolved'],
  ['reopened', closed, { kind: 'reopen', reason: '', isNonIssue: false }, 'in_progress'],
  ['an open ticket is not reopened', fresh, { kind: 'reopen', reason: '', isNonIssue: false }, 'not_done'],
  ['nothing to judge', fresh, { kind: 'markReopening', isNonIssue: true }, 'no_reopening'],
  ['closed', resolved, { kind: 'close', isAutomatic: true }, 'closed'],
  ['closed without a resolution', working, { kind: 'close', isAutomatic: false }, 'not_resolved'],
  ['cancelled', fresh, { kind: 'cancel', reason: '' }, 'cancelled'],
  ['taken back', cancelled, { kind: 'takeBack' }, 'new'],
  ['nothing to take back', fresh, { kind: 'takeBack' }, 'not_withdrawn'],
  ['spam, though resolved', resolved, { kind: 'markSpam' }, 'spam'],
  ['a test', fresh, { kind: 'markTest' }, 'test'],
  ['waived', fresh, { kind: 'waiveVerdict', clock: 'resolution', reason: 'storm' }, 'verdictWaived'],
  ['waived without a reason', fresh, { kind: 'waiveVerdict', clock: 'resolution', reason: '' }, 'text_missing'],
];

for (const [name, ticket, command, expected] of TABLE) {
  test(`${command.kind}: ${name}`, () => assert.equal(told(ticket, command), expected));
}

test('a command before the last event is refused', () => {
  const late = after(['2026-03-04 12:30', reply()]);
  assert.equal(told(late, { kind: 'startWork' }), 'before_last_event');
});

test('texts go beside the events, empty ones do not', () => {
  const decision = decide(fresh, { kind: 'handOver', toLevel: '2', note: ' ' }, acting);
  assert.deepEqual(decision.kind === 'accepted' && decision.steps.map(({ texts }) => texts), [{}]);
  const noted = decide(fresh, { kind: 'handOver', toLevel: '2', note: 'tried x' }, acting);
  assert.deepEqual(noted.kind === 'accepted' && noted.steps.map(({ texts }) => texts), [{ note: 'tried x' }]);
});

test('the older of two survives a merge, in whatever order they are named', () => {
  const older = { id: 'a', number: 7, ticket: fresh };
  const younger = { id: 'b', number: 3, ticket: ticketAfter(story(['2026-03-04 09:01', opened()])) };
  for (const [one, other] of [
    [older, younger],
    [younger, older],
  ] as const) {
    const decision = decideMerge(one, other, acting);
    assert.deepEqual(decision.kind === 'accepted' && [decision.survivorId, decision.duplicateId], ['a', 'b']);
  }
});

test('of two created in one second the lower number survives', () => {
  const decision = decideMerge({ id: 'a', number: 7, ticket: fresh }, { id: 'b', number: 3, ticket: fresh }, acting);
  assert.equal(decision.kind === 'accepted' && decision.survivorId, 'b');
});

test('a withdrawn ticket is not merged, nor one with itself, and only a merged one comes back', () => {
  const one = { id: 'a', number: 1, ticket: fresh };
  assert.deepEqual(decideMerge(one, one, acting), { kind: 'refused', code: 'same_ticket' });
  const gone = { id: 'b', number: 2, ticket: cancelled };
  assert.deepEqual(decideMerge(one, gone, acting), { kind: 'refused', code: 'is_withdrawn' });
  assert.deepEqual(decideTakeBackMerge(gone, acting), { kind: 'refused', code: 'not_withdrawn' });
});

function message({ body = 'It beeps.', isTrivial = false } = {}): TicketCommand {
  return { kind: 'receiveMessage', body, isTrivial };
}

function answer({ visibility = 'public' as 'public' | 'internal', isAutomatic = false } = {}): TicketCommand {
  return { kind: 'reply', body: 'We look into it.', visibility, isAutomatic };
}

function call(startedAt: string, direction: 'inbound' | 'outbound' = 'inbound'): TicketCommand {
  return {
    kind: 'recordContact',
    channel: 'phone',
    startedAt: berlin(startedAt),
    direction,
    isTrivial: false,
    note: '',
  };
}
