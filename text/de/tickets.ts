/** German words of tickets. */
export const tickets = {
  'refusal.not_active': 'Der Vorgang ist nicht offen.',
  'refusal.not_resolved': 'Der Vorgang ist nicht gelöst.',
  'refusal.not_done': 'Der Vorgang ist weder gelöst noch geschlossen.',
  'refusal.not_withdrawn': 'Der Vorgang wurde weder abgebrochen noch zusammengeführt noch als Spam oder Test markiert.',
  'refusal.is_merged':
    'Der Vorgang wurde in einen anderen überführt. Nehmen Sie jenen, oder heben Sie die Zusammenführung zuerst auf.',
  'refusal.is_withdrawn':
    'Der Vorgang wurde abgebrochen, zusammengeführt oder als Spam oder Test markiert. Nehmen Sie das zuerst zurück.',
  'refusal.unchanged': 'Das ist bei diesem Vorgang schon so.',
  'refusal.text_missing': 'Hier fehlt ein Text.',
  'refusal.contact_ends_before_start': 'Ein Kontakt kann nicht beginnen, nachdem er geendet hat.',
  'refusal.level_unchanged': 'Der Vorgang ist bereits auf diesem Support-Level.',
  'refusal.no_open_handover': 'Es gibt keine Übergabe, die anzunehmen oder zurückzugeben wäre.',
  'refusal.handover_from_nowhere':
    'Der Vorgang hatte vorher keinen Support-Level, also kann er auf keinen zurückgegeben werden.',
  'refusal.escalation_open': 'Der Vorgang ist bereits eskaliert und wartet auf eine Antwort.',
  'refusal.no_open_escalation': 'Es gibt keine Eskalation, die zu beantworten wäre.',
  'refusal.no_reopening': 'Der Vorgang wurde nie wiedereröffnet.',
  'refusal.no_such_clock': 'Hierfür wurde nichts zugesagt, also gibt es kein Urteil, das auszunehmen wäre.',
  'refusal.already_waived': 'Diese Frist ist bereits erlassen.',
  'refusal.agreement_unknown': 'Diese Fassung einer Vereinbarung gibt es nicht.',
  'refusal.priority_unknown': 'Die Vereinbarung dieses Vorgangs kennt diese Priorität nicht.',
  'refusal.same_ticket': 'Ein Vorgang kann nicht mit sich selbst zusammengeführt werden.',
  'refusal.before_last_event': 'Das liegt vor dem letzten Ereignis des Vorgangs.',
} as const;
