import type { figureExamples as english } from '../en/figure-examples.ts';

/** German words of the worked examples on the pages of figures. */
export const figureExamples: Record<keyof typeof english, string> = {
  'example.asked':
    'Gefragt an das [Beispielunternehmen](../demo.md), das `npm run demo -- --today {today} --seed {seed}` in `./data-demo` aufbaut:',
  'example.row': 'Wie die Zeile {place} zustande kommt:',
  'example.allCount': '{n} {facts} gehören dazu; nichts ist ausgelassen.',
  'example.someCount': '{all} {facts} gehören dazu: {n} zählen, ausgelassen {excluded} ({reasons}).',
  'example.facts.clock': 'Fristen',
  'example.facts.contact': 'Kontakte',
  'example.facts.escalation': 'Eskalationen',
  'example.facts.movement': 'Bewegungen',
  'example.facts.ticket': 'Vorgänge',
  'example.share':
    '{numerator} der {denominator} stehen nach der Formel im Zähler: 100 × {numerator} ÷ {denominator} = {value} %.',
  'example.count': 'Ihre Anzahl ist der Wert: {value}.',
  'example.sum': 'Jede Bewegung hinein zählt +1, jede hinaus −1; die Summe ist der Wert: {value}.',
  'example.duration':
    'Der Länge nach geordnet ist der Wert in der Mitte der Median: {value} {unit}. Das Mittel aller ist {mean} {unit}, und neun von zehn liegen nicht über {p90} {unit}.',
  'example.mean': '{numerator} Kontakte auf {denominator} Vorgänge: {numerator} ÷ {denominator} = {value}.',
  'example.quotient':
    '{numerator} von {denominator} Stunden aller zusammen: 100 × {numerator} ÷ {denominator} = {value} %.',
  'example.working_day': '{denominator} Arbeitstage: {numerator} ÷ {denominator} = {value}.',
  'example.technician_day':
    '{denominator} Tage von Technikern, die einen Kontakt hatten: {numerator} ÷ {denominator} = {value}.',
  'example.interval': 'Das 95-%-Intervall reicht von {low} bis {high}.',
  'example.wideInterval':
    'Das 95-%-Intervall reicht von {low} bis {high}. Es ist breit: Seine Hälfte übersteigt zehn Punkte.',
  'example.undecided': 'Unentschieden und daneben genannt: {undecided}.',
  'example.immature': 'Vorläufig, denn sie können sich noch ändern: {immature}.',
  'example.tells': 'Was das sagt',
  'example.tells.sla_compliance_pct':
    'Im Juni zog der Mailserver um, und das ging schief. Nach Uhren aufgegliedert sieht man, dass die Lösungen weit mehr litten als die ersten Antworten; beides zusammen würde das verdecken.',
  'example.tells.first_response_sla_pct':
    'Im Juni beantwortete das Team für E-Mail die meisten Vorgänge zu spät. Die beiden Intervalle überschneiden sich nicht: Das ist kein Zufall.',
  'example.tells.resolution_sla_pct':
    'Im Juni kam weniger als die Hälfte der Lösungen zu E-Mail rechtzeitig. Die erlassenen Fristen stehen neben dem Anteil, also kann ihn niemand ungesehen schönen.',
  'example.tells.sla_violations_count':
    'Der Juni hat ein Vielfaches der Verletzungen des Mai. Zum Teil liegt das daran, dass er viel mehr Vorgänge hat: Wie sehr, sagt der Anteil daneben (`sla_compliance_pct`).',
  'example.tells.sla_at_risk_count':
    'Zu Beginn des Tages sind einige Fristen kurz vor ihrem Ende: Nach ihnen sehen Sie zuerst. Fristen, die auf den Kunden warten, können nicht ablaufen; sie stehen deshalb daneben.',
  'example.tells.sla_waived_count':
    'Im Quartal des missglückten Umzugs wurden doppelt so viele Fristen erlassen wie davor. Bessert sich in einem solchen Quartal eine Kennzahl, sehen Sie sich die Vorgänge dahinter an.',
  'example.tells.first_response_time_minutes':
    'Im Juni hat sich der Median der ersten Antworten mehr als verdoppelt. Das Mittel stieg weiter als der Median, denn einige warteten sehr lange.',
  'example.tells.resolution_time_minutes':
    'Seit September ließ dieses Team Vorgänge auf Kunden warten, die nichts gefragt worden waren. Die aktive Zeit sank, denn die Uhr ruht dabei; `lead_time_hours`, ebenso gefragt, zeigt den Preis.',
  'example.tells.lead_time_hours':
    'Im September dauerten Vorgänge vom Anfang bis zum Ende mehr als doppelt so lange, im selben Monat, in dem `resolution_time_minutes` besser wurde. Erst beide zusammen sagen die Wahrheit.',
  'example.tells.customer_wait_share_pct':
    'Im September verging die meiste Zeit eines Vorgangs mit Warten auf den Kunden. Neben der Zeit bis zur Lösung zeigt das, dass Vorgänge geparkt wurden.',
  'example.tells.backlog_age_days':
    'Ende Juni sind mehr Vorgänge offen als einen Monat zuvor, und sie sind jünger: Die Flut ist gerade erst gekommen. Das Alter allein sähe nach Fortschritt aus.',
  'example.tells.awaiting_first_response_count':
    'Am Ende des Monats wartet kaum jemand auf eine erste Antwort. Das ist ein Bestand in einem Augenblick: Was dazwischen geschah, sagt `first_response_sla_pct`.',
  'example.tells.tickets_created_count':
    'Zwei Wochen Drucker nach einer neuen Fassung ihres Treibers: ein Mehrfaches der Vorgänge der Wochen davor und danach.',
  'example.tells.tickets_resolved_count':
    'Im August ging das Team workplace in workplace-care auf. Eine Zeile, die endet, und eine, die beginnt, sind die Umstellung und nicht die Arbeit: Vergleichen Sie den Service, nicht das Team.',
  'example.tells.tickets_closed_count':
    'Im Juni wurden mehr Vorgänge geschlossen als im Mai, weil mehr kamen. Ob der Service-Desk mitkam, sagt `net_flow_count`.',
  'example.tells.backlog_open_count':
    'Der Stapel des Juni ist einen Monat später weg. Zwischen zwei Monatsenden wächst oder schrumpft er genau um den `net_flow_count` des Monats dazwischen.',
  'example.tells.net_flow_count':
    'Im Juni kamen mehr Vorgänge neu oder wieder, als gelöst wurden. Zum `backlog_open_count` von Ende Mai addiert ergibt das den von Ende Juni.',
  'example.tells.contacts_count':
    'Im Juni hatte der Service-Desk fast doppelt so viele Anrufe, Chats und Besuche wie im Mai. Was schriftlich kam, zählt als Vorgang und nicht hier.',
  'example.tells.contacts_per_working_day':
    'Mai und Juni haben verschieden viele Arbeitstage; je Tag lassen sie sich vergleichen. Hier ist keine Region für Feiertage eingestellt, also ist jeder Tag von Montag bis Freitag einer.',
  'example.tells.contacts_per_technician_day':
    'Im Juni hatte jeder Techniker an einem Tag mehr als anderthalbmal so viele Kontakte. Das ist eine Kennzahl der Ebene, nie einer Person.',
  'example.tells.contacts_by_level_count':
    'In diesem Unternehmen erreichen alle Anrufe, Chats und Besuche die erste Ebene, also hat jeder Monat eine Zeile. Eine zweite hieße, dass Kunden an ihr vorbeigehen.',
  'example.tells.contacts_per_ticket':
    'Im Juni meldeten sich Kunden öfter, bis ihr Vorgang gelöst war. Die beiden Intervalle überschneiden sich ein wenig: Das ist wahrscheinlich, aber nicht sicher.',
  'example.tells.first_contact_resolution_pct':
    'Die Wissensartikel kamen im April, ihre Wirkung erst im dritten Quartal. Wer nur das zweite Quartal ansieht, hielte sie für nutzlos.',
  'example.tells.first_contact_resolution_net_pct':
    'Ohne die Vorgänge, die niemand beim ersten Kontakt lösen kann, ist der Anteil etwas höher. Der Anstieg ist derselbe: Er kommt nicht von dem, was ausgelassen ist.',
  'example.tells.first_level_resolution_pct':
    'Immer mehr Vorgänge enden dort, wo sie begannen: auf der ersten Ebene. Vorgänge, die anderswo begannen, zählen hier nicht.',
  'example.tells.functional_escalation_rate_pct':
    'Weniger Vorgänge gehen an eine andere Ebene, seit die erste Ebene Wissensartikel hat.',
  'example.tells.hierarchical_escalation_rate_pct':
    'Im Juni ist der Anteil höher, der an die Leitung ging. Das Intervall des Mai ist breit und überschneidet das des Juni: Für sich allein ist das ein Hinweis, kein Beweis.',
  'example.tells.escalation_timeliness_pct':
    'Im Juni kam ein kleinerer Teil der Eskalationen rechtzeitig und mit Begründung. Der Mai hat so wenige, dass sein Intervall wenig sagt.',
  'example.tells.reopen_rate_pct':
    'Der Dezember sieht aus wie ein Skandal und der Januar wie ein Erfolg der Maßnahme dagegen. Der Dezember war Zufall: Auf einen solchen Monat folgt ein gewöhnlicher, was immer man tut.',
  'example.tells.unresolved_rate_pct':
    'Der jüngste Monat hat den höchsten Anteil, weil seine Vorgänge die wenigste Zeit hatten. Vergleichen Sie Monate nur im gleichen Alter.',
  'example.tells.case_owner_coverage_pct':
    'Am Ende des Monats kümmert sich um die meisten offenen Vorgänge jemand. Die Zahlen sind klein; sehen Sie deshalb lieber nach den Vorgängen ohne als nach dem Anteil.',
};
