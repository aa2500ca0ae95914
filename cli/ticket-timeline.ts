import type { TicketEvent } from '#core/ticket/event.ts';
import { say, sayLoosely } from '#text/catalogue.ts';
import { type EventFilling, eventWords } from '#text/event-words.ts';
import type { Language } from '#text/language.ts';

/** What happened, in a few words; teams, services and agreements by their keys. */
export function eventText(event: TicketEvent, language: Language): string {
  const { key, fillings } = eventWords(event.kind, event);
  const told = Object.entries(fillings).map(([name, filling]) => [name, fillingText(filling, language)]);
  return sayLoosely(language, key, Object.fromEntries(told));
}

function fillingText(filling: EventFilling, language: Language): string | number {
  if (typeof filling !== 'object') return filling;
  if ('text' in filling) return sayLoosely(language, filling.text, {});
  return ('name' in filling ? filling.of : filling.value) ?? say(language, 'deadline.none');
}
