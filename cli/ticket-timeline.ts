import type { TicketEvent } from '#core/ticket/event.ts';
import { say, sayLoosely, type TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';

/** What happened, in a few words. Texts and names are not among them: they are for those who may read them. */
export function eventText(event: TicketEvent, language: Language): string {
  const value = (to: string | null): string => to ?? say(language, 'deadline.none');
  switch (event.kind) {
    case 'stateChanged':
      return say(language, 'happened.stateChanged', { state: say(language, `ticketState.${event.to}`) });
    case 'replySent':
      if (!event.isPublic) return say(language, 'happened.replyInternal');
      return say(language, event.isAutomatic ? 'happened.replyAutomatic' : 'happened.replyPublic');
    case 'priorityChanged':
    case 'teamChanged':
    case 'serviceChanged':
    case 'channelChanged':
    case 'typeChanged':
      return say(language, `happened.${event.kind}`, { value: value(event.to) });
    case 'agreementChanged':
      return say(language, 'happened.agreementChanged', { value: event.versionId });
    case 'assigneeChanged':
      return say(language, event.to === null ? 'happened.unassigned' : 'happened.assigned');
    case 'handedOver':
      return say(language, 'happened.handedOver', { level: event.toLevel });
    case 'solutionJudged':
      return say(language, event.isAccepted ? 'happened.solutionAccepted' : 'happened.solutionRejected');
    case 'reopeningJudged':
      return say(language, event.isNonIssue ? 'happened.reopeningDropped' : 'happened.reopeningKept');
    case 'clockWarned':
    case 'clockBreached':
    case 'verdictWaived':
      return say(language, `happened.${event.kind}`, { clock: say(language, `clockName.${event.clock}`) });
    case 'verdictImported':
      return say(language, event.isMet ? 'happened.verdictMet' : 'happened.verdictBreached');
    case 'contactHandled':
      return say(language, event.isInbound ? 'happened.contactInbound' : 'happened.contactOutbound');
    default:
      return sayLoosely(language, `happened.${event.kind}` satisfies TextKey, {});
  }
}
