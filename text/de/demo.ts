import type { demo as english } from '../en/demo.ts';

/** German words of the demo world. */
export const demo: Record<keyof typeof english, string> = {
  'command.demo': 'baut eine Beispielfirma, zeigt sie und bedient sie',
  'failure.demoUsage':
    'Aufruf: kundig demo [--today DATUM] [--seed N] [--data ORDNER] [--fresh]. DATUM ist der Tag, mit dessen Beginn die Welt endet, etwa 2026-11-23; N ist eine ganze Zahl.',
  'failure.demoToday':
    '--today {value} geht nicht: Die Welt braucht ein Datum vom 1992-01-01 bis zum heutigen Tag, geschrieben 2026-11-23.',
  'failure.demoTaken':
    'In {place} liegen andere Daten als eine Beispielfirma. Nichts wurde geändert. Wählen Sie mit --data einen anderen Ordner.',
  'demo.building': 'Beispielfirma entsteht',
  'demo.built': 'Die Beispielfirma steht: {tickets} Vorgänge bis {today} (Startzahl {seed}), in {seconds} s.',
  'demo.found': 'Die Beispielfirma ist da: bis {today} (Startzahl {seed}). --fresh baut sie neu.',
  'demo.month': 'Monat',
  'demo.column.created': 'Eingegangen',
  'demo.column.firstResponse': 'Reaktion eingehalten',
  'demo.column.resolution': 'Lösung eingehalten',
  'demo.column.reopened': 'Wieder geöffnet',
  'demo.column.open': 'Am Ende offen',
  'demo.worstMark': '◄ schlechtester Monat der Spalte',
  'demo.worst':
    'Am schlechtesten war {month}, im Service {service}: Lösungszeit zu {resolved} eingehalten (sonst {usuallyResolved}), Reaktionszeit zu {answered} (sonst {usuallyAnswered}), {factor}-mal so viele Vorgänge wie in anderen Monaten, und {reopened} kamen zurück (sonst {usuallyReopened}).',
  'demo.look': 'Was dort geschah und wonach man fragt (mehr in docs/demo.md). Vor jeder Frage: {command}',
  'demo.since': 'seit {from}',
  'demo.during': '{from} bis {to}',
  'demo.story.regression-to-the-mean':
    'Ein Monat mit vielen Wiederöffnungen im Netz, aus Zufall. Die Prüfung der Lösungen, die danach begann, hat nichts bewirkt.',
  'demo.story.stricter-targets':
    'Strengere Ziele für einen Kunden: Weniger wird eingehalten, obwohl so schnell gearbeitet wird wie zuvor.',
  'demo.story.printer-flood': 'Zwei Wochen lang Drucker, nach einem Update ihrer Treiber.',
  'demo.story.knowledge': 'Wissensartikel: Die erste Ebene löst immer mehr beim ersten Kontakt.',
  'demo.story.failed-migration':
    'Der Umzug des Mailservers misslingt: mehr Vorgänge, späte Antworten, und viele kommen zurück.',
  'demo.story.reorganisation':
    'Die Teams Arbeitsplatz (workplace) und Vor-Ort-Dienst (field) werden eins: Ein Vergleich nach Team bricht dort.',
  'demo.story.parking':
    'Die Fachanwendungen halten mehr Ziele ein, weil Vorgänge auf Kunden warten, die nichts gefragt wurden. Sie dauern länger.',
};
