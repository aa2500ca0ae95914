/**
 * What a column of a log may be for, and the names by which systems call it. Names are compared in lower case with all
 * but letters and digits as blanks, so that `sys_updated_at`, `sysUpdatedAt` and `Sys-Updated at` are one.
 */
export const COLUMN_ROLES = [
  'ticket',
  'subject',
  'at',
  'createdAt',
  'resolvedAt',
  'closedAt',
  'firstResponseAt',
  'state',
  'order',
  'verdict',
  'activity',
  'level',
  'priority',
  'team',
  'assignee',
  'service',
  'channel',
  'type',
] as const;

export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** The likelier first. */
const NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
  ticket: [
    ...['ticket', 'ticket id', 'ticket number', 'ticket no', 'ticket nr', 'ticketnummer', 'vorgang', 'vorgangsnummer'],
    ...['incident', 'incident id', 'incident number', 'issue key', 'case id', 'case number', 'case concept name'],
    ...['request id', 'case', 'number', 'nummer', 'key', 'id', 'nr', 'ref', 'reference'],
  ],
  subject: [
    ...['subject', 'title', 'ticket title', 'summary', 'short description', 'ticket subject', 'headline'],
    ...['betreff', 'titel', 'kurzbeschreibung', 'zusammenfassung'],
  ],
  at: [
    ...['sys updated at', 'sys updated on', 'event time', 'timestamp', 'time timestamp', 'updated at', 'updated on'],
    ...['updated', 'changed at', 'changed', 'last updated', 'modified', 'zeitstempel', 'zeitpunkt', 'time', 'zeit'],
    ...['geändert am', 'geändert', 'letzte änderung', 'aktualisiert', 'date', 'datum'],
  ],
  createdAt: [
    ...['opened at', 'opened', 'created at', 'created on', 'created', 'creation date', 'create time', 'open date'],
    ...['reported at', 'reported', 'erstellt am', 'erstellt', 'angelegt am', 'angelegt', 'eröffnet am', 'eröffnet'],
    ...['gemeldet am', 'gemeldet', 'erfasst am', 'erfasst', 'eingang', 'sys created at', 'sys created on'],
  ],
  resolvedAt: [
    ...['resolved at', 'resolved on', 'resolved', 'resolution date', 'solved at', 'solved', 'gelöst am', 'gelöst'],
    ...['behoben am', 'behoben', 'erledigt am', 'erledigt'],
  ],
  closedAt: [
    ...['closed at', 'closed on', 'closed', 'close at', 'close date', 'close time', 'geschlossen am', 'geschlossen'],
    ...['abgeschlossen am', 'abgeschlossen', 'beendet am', 'beendet', 'ende'],
  ],
  firstResponseAt: [
    ...['first response at', 'first response', 'first reply at', 'first reply', 'first answer', 'firstresponse'],
    ...['erste antwort am', 'erste antwort', 'erste reaktion', 'erstreaktion'],
  ],
  state: ['incident state', 'ticket state', 'state', 'status', 'ticket status', 'zustand', 'stand'],
  order: [
    ...['sys mod count', 'mod count', 'sequence', 'sequence number', 'seq', 'event number', 'event nr', 'version'],
    ...['reihenfolge', 'lfd nr', 'laufende nummer'],
  ],
  verdict: ['made sla', 'sla met', 'within sla', 'in sla', 'sla ok', 'sla', 'sla eingehalten', 'frist eingehalten'],
  activity: ['event', 'activity', 'action', 'concept name', 'ereignis', 'aktivität', 'aktion'],
  level: ['support level', 'level', 'tier', 'ebene', 'supportebene'],
  priority: ['priority', 'prio', 'priorität', 'urgency', 'dringlichkeit'],
  team: [
    ...[
      'assignment group',
      'assigned group',
      'support group',
      'group',
      'team',
      'queue',
      'owner group',
      'resolver group',
    ],
    ...['zuständige gruppe', 'bearbeitergruppe', 'fachgruppe', 'gruppe', 'warteschlange'],
  ],
  assignee: ['assigned to', 'assignee', 'agent', 'technician', 'owner', 'bearbeiter', 'zuständig', 'techniker'],
  service: [
    ...['service', 'business service', 'it service', 'category', 'component', 'components', 'application', 'product'],
    ...['dienst', 'kategorie', 'anwendung', 'produkt', 'komponente', 'system'],
  ],
  channel: ['contact type', 'channel', 'via', 'origin', 'kanal', 'eingangskanal', 'meldeweg', 'kontaktart'],
  type: ['ticket type', 'issue type', 'type', 'vorgangsart', 'ticketart', 'typ', 'art'],
};

/** How well a column's name fits a role: 0 not at all, higher is better. The exact likelier names come first. */
export function nameFit(role: ColumnRole, column: string): number {
  const name = plainName(column);
  const names = NAMES[role];
  const place = names.indexOf(name);
  if (place >= 0) return 2 - place / names.length;
  const part = names.findIndex((known) => known.length > 4 && ` ${name} `.includes(` ${known} `));
  return part >= 0 ? 1 - part / names.length : 0;
}

function plainName(column: string): string {
  return column
    .normalize('NFC')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
