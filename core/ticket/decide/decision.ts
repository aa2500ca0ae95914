import type { Instant } from '#core/time/instant.ts';
import type { RefusalCode } from '../command.ts';
import type { TicketEvent } from '../event.ts';

/** Who acts, and when. */
export interface Acting {
  readonly at: Instant;
  /** Id of the person; null when a rule or a machine acts. */
  readonly actor: string | null;
}

/** An event to be recorded, with the texts that stand beside it. Empty texts are left away. */
export interface Step {
  readonly event: TicketEvent;
  readonly texts: Readonly<Partial<Record<TextPart, string>>>;
}

/** What the texts beside an event are. */
export type TextPart = 'subject' | 'body' | 'note' | 'reason' | 'solution';

export type Decision =
  | { readonly kind: 'accepted'; readonly steps: readonly Step[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

export function accept(...steps: readonly Step[]): Decision {
  return { kind: 'accepted', steps };
}

export function refuse(code: RefusalCode): Decision {
  return { kind: 'refused', code };
}

/** One step; texts without a letter are none. */
export function step(event: TicketEvent, texts: Step['texts'] = {}): Step {
  const told = Object.entries(texts).filter(([, text]) => hasText(text));
  return { event, texts: Object.fromEntries(told) };
}

export function hasText(text: string): boolean {
  return text.trim() !== '';
}
