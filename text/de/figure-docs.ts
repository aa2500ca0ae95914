import type { figureDocs as english } from '../en/figure-docs.ts';

/** German words of the pages about figures in docs/figures. */
export const figureDocs: Record<keyof typeof english, string> = {
  'docs.title': 'Kennzahlen',
  'docs.about':
    'Alle Kennzahlen von Kundig, aus der einen Definition, aus der auch SQL, Tabellen und die Vorgänge dahinter kommen. Diese Seiten werden erzeugt: „npm run generate“ schreibt sie.',
  'docs.language': 'Deutsch',
  'docs.version': 'Definition {version}',
  'docs.formula': 'Formel',
  'docs.cohort': 'Was zählt, und wann',
  'docs.clock': 'Uhr',
  'docs.leftOut': 'Ausgelassen',
  'docs.undecided': 'Unentschieden',
  'docs.beside': 'Daneben',
  'docs.interval': 'Intervall (95 %)',
  'docs.chart': 'Karte',
  'docs.split': 'Aufgliedern nach',
  'docs.notThis': 'Was sie nicht ist',
  'docs.source': 'Quelle',
  'docs.sql': 'SQL',
  'docs.example': 'Ein durchgerechnetes Beispiel',
  'docs.cohort.creation': 'Vorgänge, bei ihrer Erfassung.',
  'docs.cohort.first_response': 'Vorgänge, bei der ersten öffentlichen Antwort eines Menschen.',
  'docs.cohort.first_resolution': 'Vorgänge, bei ihrer ersten Lösung.',
  'docs.cohort.resolution': 'Vorgänge, die zum Stand gelöst sind, bei ihrer letzten Lösung.',
  'docs.cohort.closing': 'Vorgänge, die zum Stand geschlossen sind, bei ihrem letzten Abschluss.',
  'docs.cohort.clock':
    'Fristen, sobald ihr Urteil feststeht: beim Anhalten, wenn eingehalten; im Augenblick des Ablaufs, wenn verletzt.',
  'docs.cohort.waiver': 'Fristen, wenn sie erlassen werden.',
  'docs.cohort.movement': 'Bewegungen in die aktiven Vorgänge und aus ihnen, zu ihrem Zeitpunkt.',
  'docs.cohort.contact': 'Kontakte, wenn sie bearbeitet wurden.',
  'docs.cohort.escalation': 'Eskalationen, wenn sie ausgelöst werden.',
  'docs.cohort.stock_tickets':
    'Ein Bestand: Vorgänge, wie sie am Ende des Zeitraums stehen, oder zum Stand, wenn der früher liegt.',
  'docs.cohort.stock_clocks':
    'Ein Bestand: Fristen, wie sie am Ende des Zeitraums stehen, oder zum Stand, wenn der früher liegt.',
  'docs.clock.business': 'Servicezeit: innerhalb der Zeiten des Kalenders, der dem Vorgang zugesagt ist.',
  'docs.clock.wall': 'Die Uhr an der Wand: Alle Stunden zählen.',
  'docs.clock.window': 'Fristen von {days} Tagen zu 24 Stunden nach der Lösung, ihr letzter Augenblick eingeschlossen.',
  'docs.clock.working_days': 'Arbeitstage des Berichtskalenders.',
  'docs.clock.none': 'Keine: Fakten zählen nach ihrem Zeitpunkt.',
  'docs.base': 'Spam, Tests und zusammengeführte Dubletten.',
  'docs.recorded': 'Was die Quelle eines Vorgangs nicht bezeugen kann: {witnesses}.',
  'docs.witness.states': 'Zustandswechsel',
  'docs.witness.replies': 'Antworten',
  'docs.witness.levels': 'Level',
  'docs.witness.contacts': 'Kontakte',
  'docs.witness.escalations': 'Eskalationen an das Management',
  'docs.witness.closing': 'Abschluss',
  'docs.reason.not_recorded': 'Was die Quelle nicht erfasst hat.',
  'docs.reason.cancelled': 'Stornierte Vorgänge ohne Urteil davor.',
  'docs.reason.waived': 'Erlassene Fristen.',
  'docs.reason.monitoring': 'Vorgänge aus der Überwachung: Niemand hatte Kontakt.',
  'docs.reason.not_eligible': 'Vorgänge, die niemand beim ersten Kontakt lösen kann.',
  'docs.reason.email': 'Kontakte per E-Mail.',
  'docs.reason.portal': 'Kontakte über das Portal.',
  'docs.reason.other_channel': 'Kontakte auf anderen Wegen als Anruf, Chat und Besuch.',
  'docs.undecidedYes':
    'Fristen von vor dem Ende des Zeitraums erfassten Vorgängen, deren Urteil zum Stand offen ist. Sie stehen neben der Kennzahl.',
  'docs.interval.wilson':
    'Wilson-Intervall eines Anteils; als breit gekennzeichnet, wenn seine Hälfte zehn Punkte übersteigt.',
  'docs.interval.poisson': 'Exaktes Poisson-Intervall (Garwood).',
  'docs.interval.order': 'Des Medians, aus Ranggrößen; es setzt keine Verteilung voraus und braucht sechs Fakten.',
  'docs.interval.student': 'Student-t-Intervall des Mittels; es braucht zwei Fakten.',
  'docs.interval.none': 'Keines: Es ist eine Vollzählung.',
  'docs.chart.p':
    'p-Karte. Streuen die Zeiträume stärker, als der Zufall erklärt, tritt eine XmR-Karte an ihre Stelle.',
  'docs.chart.u_day':
    'u-Karte je Arbeitstag. Streuen die Zeiträume stärker, als der Zufall erklärt, tritt eine XmR-Karte an ihre Stelle.',
  'docs.chart.u_hundred':
    'u-Karte je 100 entschiedene Fristen. Streuen die Zeiträume stärker, als der Zufall erklärt, tritt eine XmR-Karte an ihre Stelle.',
  'docs.chart.u_own':
    'u-Karte je eigener Bezugsgröße. Streuen die Zeiträume stärker, als der Zufall erklärt, tritt eine XmR-Karte an ihre Stelle.',
  'docs.chart.xmr': 'XmR-Karte einzelner Werte.',
  'docs.chart.none': 'Keine.',
  'docs.sla_compliance_pct.formula':
    'Eingehaltene Fristen, geteilt durch eingehaltene und verletzte Fristen. Reaktion und Lösung sind zwei Fristen; jede zählt einmal, in dem Augenblick, in dem ihr Urteil feststeht. Ein offener Vorgang, der sein Ziel überschritten hat, zählt sofort.',
  'docs.sla_compliance_pct.notThis':
    'Kein Anteil an Vorgängen: Ein Vorgang mit zwei Fristen zählt zweimal. Kein Mittel von Prozentwerten: Summen werden aus Fristen gebildet. Eine erlassene Frist zählt weder so noch so; wie viele im Zeitraum erlassen wurden, steht daneben.',
  'docs.sla_compliance_pct.source':
    'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3; die Pflicht, Servicelevel zu überwachen, ist die der ISO 20000-1.',
  'docs.first_response_sla_pct.formula':
    'Eingehaltene Reaktionsfristen, geteilt durch eingehaltene und verletzte Reaktionsfristen.',
  'docs.first_response_sla_pct.notThis':
    'Nicht die Erstreaktionszeit: Die ist eine eigene Kennzahl. Eine automatische Antwort beantwortet nichts und hält keine Frist an.',
  'docs.first_response_sla_pct.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3.',
  'docs.resolution_sla_pct.formula':
    'Eingehaltene Lösungsfristen, geteilt durch eingehaltene und verletzte Lösungsfristen. Nach einer Wiederöffnung ist das Urteil zurückgezogen, bis der Vorgang wieder gelöst ist; dann gilt das letzte Urteil.',
  'docs.resolution_sla_pct.notThis':
    'Nicht die Lösungszeit: Die ist eine eigene Kennzahl. Zeit, in der auf den Kunden gewartet wird, zählt nicht, wo die Vereinbarung das sagt.',
  'docs.resolution_sla_pct.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3.',
  'docs.sla_violations_count.formula':
    'Fristen, die ihr Ziel überschritten haben, datiert auf den Augenblick, in dem das Ziel ablief. Noch offene Vorgänge zählen, nach der Verletzung stornierte ebenfalls.',
  'docs.sla_violations_count.notThis':
    'Nicht die Zahl verspäteter Vorgänge: Ein Vorgang kann zwei Fristen verletzen. Nicht danach datiert, wann es jemand bemerkt hat. Die Ursache sagt, ob die Zeit ablief oder ein kürzeres Ziel in Kraft trat.',
  'docs.sla_violations_count.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3.',
  'docs.sla_at_risk_count.formula':
    'Laufende Fristen ohne Urteil, von deren Ziel noch höchstens 20 Prozent oder höchstens 60 Minuten Servicezeit übrig sind.',
  'docs.sla_at_risk_count.notThis':
    'Keine Vorhersage: Sie sagt, wie wenig Zeit bleibt, nicht, wer sich verspäten wird. Eine Frist, die ruht, kann nicht ablaufen; pausierte Fristen stehen darum daneben und nie darin.',
  'docs.sla_at_risk_count.source':
    'Eigene Festlegung, nach „Eskalation rechtzeitig“ im Lehrplantext hinter Kundig, Abschnitt 1.2.3.',
  'docs.sla_waived_count.formula': 'Im Zeitraum erlassene Fristen.',
  'docs.sla_waived_count.notThis':
    'Nicht die erlassenen Fristen, über die im Zeitraum entschieden worden wäre: Es zählt der Tag, an dem sie erlassen wurden. Diese Kennzahl gibt es, damit erlassene Fristen die Anteile der Serviceziele nicht unbemerkt verschönern.',
  'docs.sla_waived_count.source': 'Eigene Festlegung.',
  'docs.first_response_time_minutes.formula':
    'Der Median der Servicezeit von der Erfassung bis zur ersten öffentlichen Antwort eines Menschen; Mittel und 90. Perzentil daneben.',
  'docs.first_response_time_minutes.notThis':
    'Vorgänge, die noch auf eine Antwort warten, sieht sie nicht: Lesen Sie „Ohne Erstreaktion“ dazu. Nichts hält sie an.',
  'docs.first_response_time_minutes.source': 'Eigene Festlegung, wie im Fach üblich (ITIL-Praxis, MetricNet).',
  'docs.resolution_time_minutes.formula':
    'Der Median der Servicezeit, in der ein Vorgang bearbeitet wurde, über alle Wiederöffnungen hinweg bis zur letzten Lösung; Mittel und 90. Perzentil daneben.',
  'docs.resolution_time_minutes.notThis':
    'Nicht das, was der Kunde erlebt hat: Das ist die Durchlaufzeit. Zeit in pausierenden Zuständen ist nicht enthalten.',
  'docs.resolution_time_minutes.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („Durchlaufzeiten“).',
  'docs.lead_time_hours.formula':
    'Der Median der Zeit von der Erfassung bis zur letzten Lösung nach der Uhr an der Wand, Nächte und Warten eingeschlossen; Mittel und 90. Perzentil daneben.',
  'docs.lead_time_hours.notThis':
    'Nicht die Arbeit am Vorgang: Das meiste davon ist meist Warten. Offene Vorgänge sind nicht enthalten: Ihr Alter ist eine eigene Kennzahl.',
  'docs.lead_time_hours.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („Durchlaufzeiten“).',
  'docs.customer_wait_share_pct.formula':
    'Servicezeit in pausierenden Zuständen, geteilt durch die Servicezeit von der Erfassung bis zur letzten Lösung ohne die Strecken, in denen der Vorgang gelöst war; Summen über alle Vorgänge.',
  'docs.customer_wait_share_pct.notThis':
    'Kein Fehler des Kunden. Steigt der Anteil, während die Lösungszeiten besser werden, werden Vorgänge vielleicht geparkt.',
  'docs.customer_wait_share_pct.source': 'Eigene Festlegung.',
  'docs.backlog_age_days.formula':
    'Der Median des Alters der offenen Vorgänge: von der ersten Erfassung bis zum Ende des Zeitraums, in Tagen zu 24 Stunden; Mittel, 90. Perzentil, das höchste Alter und Altersklassen daneben.',
  'docs.backlog_age_days.notThis':
    'Nicht mit Lösungszeiten zu mischen: Diese Geschichten sind nicht zu Ende. Ein wieder geöffneter Vorgang behält seine erste Erfassung.',
  'docs.backlog_age_days.source':
    'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („Nachverfolgung offener Probleme“).',
  'docs.awaiting_first_response_count.formula':
    'Aktive Vorgänge am Ende des Zeitraums, die noch niemand beantwortet hat; wie lange der älteste wartet, steht daneben, in Tagen nach der Uhr an der Wand.',
  'docs.awaiting_first_response_count.notThis':
    'Nicht die verspäteten Vorgänge: Über die Zusage urteilt die Reaktionsfrist. Die Wartezeit daneben ist keine Servicezeit.',
  'docs.awaiting_first_response_count.source': 'Eigene Festlegung.',
  'docs.tickets_created_count.formula': 'Im Zeitraum erfasste Vorgänge.',
  'docs.tickets_created_count.notThis':
    'Kein Maß für die Arbeit von irgendjemandem. Stornierte Vorgänge zählen: Sie sind eingegangen.',
  'docs.tickets_created_count.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3.',
  'docs.tickets_resolved_count.formula': 'Vorgänge, deren letzte Lösung im Zeitraum liegt und die noch gelöst sind.',
  'docs.tickets_resolved_count.notThis':
    'Nicht die Zahl der Lösungen: Ein wieder geöffneter, offener Vorgang zählt nicht, ein zweimal gelöster einmal.',
  'docs.tickets_resolved_count.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („gelöst“).',
  'docs.tickets_closed_count.formula':
    'Vorgänge, deren letzter Abschluss im Zeitraum liegt und die noch geschlossen sind, was auch immer sie vorher waren.',
  'docs.tickets_closed_count.notThis':
    'Kein Erfolg: Schließen ist Verwaltung und hält keine Frist an, die die Lösung angehalten hat.',
  'docs.tickets_closed_count.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („geschlossen“).',
  'docs.backlog_open_count.formula':
    'Aktive Vorgänge am Ende des Zeitraums; die auf den Kunden wartenden stehen daneben.',
  'docs.backlog_open_count.notThis':
    'Kein Durchsatz: Die Zahl sagt, was liegt, nicht, was getan wurde. Sie ist immer der Bestand am Anfang zuzüglich der Zugänge und abzüglich der Abgänge.',
  'docs.backlog_open_count.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („ungelöst“).',
  'docs.net_flow_count.formula':
    'Im Zeitraum erfasste und wieder geöffnete Vorgänge, abzüglich der gelösten und der auf andere Weise ausgeschiedenen.',
  'docs.net_flow_count.notThis':
    'Nicht Eingang minus Lösungen: Auch Wiederöffnungen und Stornierungen bewegen den Bestand. Der Saldo ist genau die Veränderung der offenen Vorgänge.',
  'docs.net_flow_count.source': 'Eigene Festlegung.',
  'docs.contacts_count.formula': 'Eingehende Anrufe, Chats und Besuche, die im Zeitraum bearbeitet wurden.',
  'docs.contacts_count.notThis':
    'Was schriftlich einging, per E-Mail oder über das Portal, ist getrennt genannt und nicht im Wert. Abgebrochene Anrufe sind eine Sache der Telefonanlage und hier nicht bekannt.',
  'docs.contacts_count.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („Anzahl Anrufe“).',
  'docs.contacts_per_working_day.formula':
    'Anrufe und Kontakte des Zeitraums, geteilt durch seine Arbeitstage bis zum Stand.',
  'docs.contacts_per_working_day.notThis':
    'Arbeitstage sind die des Berichtskalenders dieser Installation, nicht die der Vereinbarungen. Kontakte an anderen Tagen bleiben im Zähler.',
  'docs.contacts_per_working_day.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („/Tag“).',
  'docs.contacts_per_technician_day.formula':
    'Anrufe und Kontakte des Zeitraums, geteilt durch die Paare aus Techniker und Kalendertag mit mindestens einem Kontakt.',
  'docs.contacts_per_technician_day.notThis':
    'Nie eine Rangliste von Personen: Die Zahl gilt für Teams und Level. Ein Tag, an dem jemand keinen Kontakt hatte, ist nicht im Nenner.',
  'docs.contacts_per_technician_day.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („/Techniker“).',
  'docs.contacts_by_level_count.formula': 'Anrufe und Kontakte nach dem Level, das sie bearbeitet hat.',
  'docs.contacts_by_level_count.notThis': 'Nicht das heutige Level des Vorgangs: Es zählt das Level beim Kontakt.',
  'docs.contacts_by_level_count.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („/Level“).',
  'docs.contacts_per_ticket.formula':
    'Eingehende Kontakte auf allen Wegen bis zur letzten Lösung, geteilt durch die Vorgänge.',
  'docs.contacts_per_ticket.notThis':
    'Nicht die Anrufe des Zeitraums je Vorgang des Zeitraums: Jeder Vorgang zählt mit all seinen Kontakten, sobald er gelöst ist.',
  'docs.contacts_per_ticket.source': 'Eigene Festlegung; das Gegenstück zur Erstlösungsquote.',
  'docs.first_contact_resolution_pct.formula':
    'Beim ersten Kontakt gelöste Vorgänge, geteilt durch alle im Zeitraum erstmals gelösten. Beim ersten Kontakt gelöst heißt: keine Übergabe an ein höheres Level, höchstens eine öffentliche Antwort eines Menschen, bis zum Ende der Frist kein weiterer Kontakt von Gewicht und keine gültige Wiederöffnung; bei Anruf, Chat und Besuch gelöst bis 15 Minuten nach dem Kontakt; nicht automatisch gelöst.',
  'docs.first_contact_resolution_pct.notThis':
    'Nicht das, was jemand als „beim ersten Kontakt gelöst“ ankreuzt. Solange die Frist läuft, kann der Wert nur sinken und steht mit ≤.',
  'docs.first_contact_resolution_pct.source':
    'MetricNet (Erstlösungsquote brutto); die Grenze von einer Antwort ist eine eigene und strenger als andere.',
  'docs.first_contact_resolution_net_pct.formula':
    'Wie brutto, ohne Vorgänge, die niemand beim ersten Kontakt lösen kann (Geräte, Umzüge, Genehmigungen). Das sagt der Katalogeintrag, nie die bearbeitende Person.',
  'docs.first_contact_resolution_net_pct.notThis':
    'Nicht mit der Bruttoquote vergleichbar. Solange die Frist läuft, kann der Wert nur sinken und steht mit ≤.',
  'docs.first_contact_resolution_net_pct.source': 'MetricNet (Erstlösungsquote netto).',
  'docs.first_level_resolution_pct.formula':
    'Vorgänge, die auf Level 1 eingingen, bis zur letzten Lösung nie nach oben übergeben und nicht automatisch gelöst wurden, geteilt durch alle gelösten Vorgänge, die auf Level 1 eingingen.',
  'docs.first_level_resolution_pct.notThis': 'Nicht die Erstlösungsquote: Hier geht es um Kosten, dort um den Kunden.',
  'docs.first_level_resolution_pct.source': 'MetricNet trifft dieselbe Unterscheidung.',
  'docs.functional_escalation_rate_pct.formula':
    'Vorgänge mit mindestens einer Übergabe an ein höheres Level bis zur letzten Lösung, geteilt durch alle gelösten Vorgänge.',
  'docs.functional_escalation_rate_pct.notThis':
    'Nicht die Zahl der Übergaben: Hin und Her zählt einmal. Übergaben auf gleichem Level oder nach unten zählen nicht, ebenso wenig ein Vorgang, der weiter oben begann.',
  'docs.functional_escalation_rate_pct.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („eskaliert“).',
  'docs.hierarchical_escalation_rate_pct.formula':
    'Vorgänge, die bis zur letzten Lösung mindestens einmal an das Management eskaliert wurden, geteilt durch alle gelösten Vorgänge.',
  'docs.hierarchical_escalation_rate_pct.notThis':
    'Nicht die Übergabe an Fachleute: Das ist die fachliche Eskalation. Eine verpasste Frist ist keine Eskalation.',
  'docs.hierarchical_escalation_rate_pct.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („eskaliert“).',
  'docs.escalation_timeliness_pct.formula':
    'Begründete Eskalationen, ausgelöst, solange die Lösungsfrist nicht verletzt war und noch mindestens 10 Prozent ihres Ziels übrig waren, geteilt durch alle im Zeitraum ausgelösten Eskalationen, fachliche und hierarchische.',
  'docs.escalation_timeliness_pct.notThis':
    'Nicht, ob die Eskalation geholfen hat. Wo nichts zugesagt ist, gibt es keine Frist, für die es zu spät sein könnte; dann entscheidet allein die Begründung.',
  'docs.escalation_timeliness_pct.source':
    'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („rechtzeitig und begründet“).',
  'docs.reopen_rate_pct.formula':
    'Vorgänge, die innerhalb von 14 Tagen nach der ersten Lösung zurückkamen, geteilt durch alle im Zeitraum erstmals gelösten Vorgänge. Eine als kein Anliegen markierte Wiederöffnung, etwa eine Dankesmail, zählt nicht; der Anteil solcher Markierungen steht daneben.',
  'docs.reopen_rate_pct.notThis':
    'Nicht Wiederöffnungen des Monats durch Lösungen des Monats: Das mischt Kohorten und kann 100 überschreiten. Solange die Frist läuft, kann der Wert nur steigen und steht mit ≥.',
  'docs.reopen_rate_pct.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („wieder geöffnet“).',
  'docs.unresolved_rate_pct.formula':
    'Im Zeitraum erfasste Vorgänge, die zum Stand aktiv sind, geteilt durch alle davon, die nicht storniert wurden.',
  'docs.unresolved_rate_pct.notThis':
    'Die Quote sinkt von selbst, wenn der Monat älter wird: Vergleichen Sie Monate nur mit gleichem Abstand zu ihrem Ende. Darum wird keine Karte gezeichnet.',
  'docs.unresolved_rate_pct.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („ungelöst“).',
  'docs.case_owner_coverage_pct.formula':
    'Aktive Vorgänge am Ende des Zeitraums mit einem benannten Case Owner, geteilt durch alle aktiven Vorgänge. Mehr ist besser, bis 100.',
  'docs.case_owner_coverage_pct.notThis':
    'Nicht, wem sie gehören: Für diese Kennzahl ist nur gespeichert, ob jemand zuständig ist.',
  'docs.case_owner_coverage_pct.source': 'Der Lehrplantext hinter Kundig, Abschnitt 1.2.3 („Case Owner“).',
};
