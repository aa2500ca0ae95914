import type { TicketState } from '../ticket/state.ts';

/** Words by which systems name their states, English and German; the first that fits counts. */
const WORDS: readonly (readonly [RegExp, TicketState])[] = [
  [/\bspam\b/, 'spam'],
  [/\b(?:duplicate|duplikat|merged|zusammengef\p{L}+)\b/u, 'merged'],
  [
    /\b(?:cancell?ed|withdrawn|rejected|declined|storniert|abgebrochen|zurückgezogen|abgelehnt|verworfen)\b/,
    'cancelled',
  ],
  [/\b(?:reopened|wiedereröffnet|wieder offen)\b/, 'in_progress'],
  [
    /\b(?:awaiting|waiting|wait|pending|wartet|warten|rückfrage)\b.*\b(?:user|customer|caller|requester|client|reporter|reply|response|kunden?|anwender|melder|antwort)\b/,
    'pending_customer',
  ],
  [/\b(?:rückfrage|user info|customer action|wartet auf (?:kunde|antwort))\b/, 'pending_customer'],
  [
    /\b(?:awaiting|waiting|wait|pending|hold|paused?|suspended|wartet|warten|wartend|zurückgestellt|lieferant|vendor)\b/,
    'pending_vendor',
  ],
  [/\b(?:resolved|solved|fixed|done|gelöst|behoben|erledigt|fertig)\b/, 'resolved'],
  [/\b(?:closed|complete|completed|geschlossen|abgeschlossen|beendet)\b/, 'closed'],
  [/\b(?:new|neu|created|registered|to do|backlog|eingegangen|erfasst)\b/, 'new'],
  [
    /\b(?:open|opened|offen|active|aktiv|assigned|zugewiesen|accepted|angenommen|in progress|progress|work|working|bearbeitung|triage|investigating)\b/,
    'in_progress',
  ],
];

/** What a status of another system most likely means; null when its words say nothing. */
export function guessState(value: string): TicketState | null {
  const words = value
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[_/|:-]+/g, ' ');
  return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
