import type { Topic } from './topic.ts';

/** Business applications. */
export const APPLICATION_TOPICS: readonly Topic[] = [
  {
    key: 'posting-error',
    type: 'incident',
    weight: 3.5,
    priorities: [0.5, 3, 6, 0.5],
    firstContactChance: 0.18,
    words: {
      de: {
        subjects: ['{app}: Fehler {code} beim Speichern', '{app} bricht beim Buchen ab'],
        descriptions: [
          'Beim Speichern in der {app} kommt Fehler {code}. Es betrifft alle Vorgänge mit mehr als {count} Positionen.',
          'Die {app} bricht beim Buchen ab und zeigt danach eine leere Maske. Monatsende ist in drei Tagen.',
        ],
        question: 'Bei welcher Belegnummer tritt es auf, und haben Sie vorher etwas an der Vorlage geändert?',
        answer: 'Beleg 20{code}. An der Vorlage habe ich nichts geändert.',
        finding:
          'Rundungsdifferenz in Position {count}, die Prüfregel lässt das seit der letzten Fassung nicht mehr zu.',
        solutions: [
          'Prüfregel angepasst, Beleg 20{code} ist gebucht.',
          'Hängende Sperre gelöst, Buchung lief danach durch.',
        ],
      },
      en: {
        subjects: ['{app}: error {code} when saving', '{app} breaks off when posting'],
        descriptions: [
          'Saving in the {app} gives error {code}. It happens with all records of more than {count} lines.',
          'The {app} breaks off when posting and shows an empty form afterwards. The month ends in three days.',
        ],
        question: 'Which document number is it, and did you change the template before?',
        answer: 'Document 20{code}. I did not change the template.',
        finding: 'Rounding difference in line {count}; the check has refused that since the last version.',
        solutions: [
          'Adjusted the check, document 20{code} is posted.',
          'Released a stuck lock, the posting went through.',
        ],
      },
    },
  },
  {
    key: 'report',
    type: 'request',
    weight: 2,
    priorities: [0, 0.5, 4, 6],
    firstContactChance: 0.08,
    words: {
      de: {
        subjects: ['Auswertung aus der {app}', 'Neue Spalte in der Liste {folder}'],
        descriptions: [
          'Für die Besprechung am Donnerstag brauche ich aus der {app} eine Liste je Monat und Kostenstelle.',
          'Können Sie in der Liste {folder} eine Spalte mit dem Lieferdatum ergänzen?',
        ],
        question: 'Soll die Liste nach Auftrags- oder nach Lieferdatum zählen?',
        answer: 'Nach Lieferdatum, wie im letzten Jahr.',
        finding: 'Abfrage vom Vorjahr gefunden, Feld für das Lieferdatum ist gefüllt.',
        solutions: [
          'Liste steht im Ordner {folder}, sie aktualisiert sich jede Nacht.',
          'Spalte ergänzt, bitte prüfen Sie drei Beispiele.',
        ],
      },
      en: {
        subjects: ['Report from the {app}', 'New column in the list {folder}'],
        descriptions: [
          'For the meeting on Thursday I need a list from the {app} by month and cost centre.',
          'Could you add a column with the delivery date to the list {folder}?',
        ],
        question: 'Shall the list count by order date or by delivery date?',
        answer: 'By delivery date, as last year.',
        finding: 'Found the query of last year; the field for the delivery date is filled.',
        solutions: [
          'The list is in the folder {folder} and refreshes every night.',
          'Column added, please check three examples.',
        ],
      },
    },
  },
  {
    key: 'slow-app',
    type: 'incident',
    weight: 2.5,
    priorities: [0.5, 3, 5, 1],
    firstContactChance: 0.12,
    words: {
      de: {
        subjects: ['{app} reagiert sehr langsam', 'Suche in der {app} dauert {minutes} Sekunden'],
        descriptions: [
          'Seit heute früh dauert in der {app} jeder Klick etwa {minutes} Sekunden, im ganzen {place}.',
          'Die Suche nach Kundennummern läuft in der {app} endlos. Gestern ging es noch.',
        ],
        question: 'Welche Suche genau ist langsam? Bitte schicken Sie uns einen Bildschirmabzug mit Uhrzeit.',
        answer: 'Die Suche nach Namen, Abzug von {time} Uhr ist angehängt.',
        finding: 'Nächtliche Auswertung auf {server} lief bis in den Vormittag und belegt die Datenbank.',
        solutions: [
          'Auswertung auf das Wochenende verschoben, Antwortzeiten sind wieder normal.',
          'Fehlenden Index angelegt, Suche dauert unter einer Sekunde.',
        ],
      },
      en: {
        subjects: ['{app} responds very slowly', 'Search in the {app} takes {minutes} seconds'],
        descriptions: [
          'Since this morning every click in the {app} takes about {minutes} seconds, in all of {place}.',
          'The search for customer numbers never ends in the {app}. Yesterday it worked.',
        ],
        question: 'Which search exactly is slow? Please send us a screenshot with the time.',
        answer: 'The search by name; the screenshot of {time} is attached.',
        finding: 'The nightly report on {server} ran into the morning and occupied the database.',
        solutions: [
          'Moved the report to the weekend, response times are normal again.',
          'Created a missing index; the search takes less than a second.',
        ],
      },
    },
  },
  {
    key: 'master-data',
    type: 'request',
    weight: 1.8,
    priorities: [0, 0.5, 5, 4],
    firstContactChance: 0.22,
    words: {
      de: {
        subjects: ['Stammdaten in der {app} ändern', 'Doppelte Einträge in {folder}'],
        descriptions: [
          'Ein Lieferant hat eine neue Anschrift, ich kann das Feld in der {app} nicht bearbeiten.',
          'In {folder} gibt es {count} doppelte Einträge, bitte zusammenführen.',
        ],
        question: 'Welcher der Einträge soll bleiben?',
        answer: 'Der ältere, dort hängen die Aufträge.',
        finding: 'Feld ist für die Rolle gesperrt, Änderung braucht die Freigabe der Buchhaltung.',
        solutions: [
          'Anschrift geändert und vom Fachbereich bestätigt.',
          'Einträge zusammengeführt, Verweise sind geprüft.',
        ],
      },
      en: {
        subjects: ['Change of master data in the {app}', 'Double entries in {folder}'],
        descriptions: [
          'A supplier has a new address and I cannot edit the field in the {app}.',
          'There are {count} double entries in {folder}, please merge them.',
        ],
        question: 'Which of the entries shall stay?',
        answer: 'The older one, the orders belong to it.',
        finding: 'The field is locked for this role; the change needs the approval of accounting.',
        solutions: ['Address changed and confirmed by the department.', 'Entries merged, references checked.'],
      },
    },
  },
  {
    key: 'disk-full',
    type: 'incident',
    weight: 0.8,
    priorities: [2, 5, 3, 0],
    firstContactChance: 0,
    isMonitored: true,
    words: {
      de: {
        subjects: ['Überwachung: {server} Platte zu {percent} Prozent voll'],
        descriptions: ['Zustand KRITISCH seit {time} Uhr. {server}: Belegung {percent} Prozent, Schwelle 85 Prozent.'],
        question: 'Darf die Ablage älter als 90 Tage auf das Archiv verschoben werden?',
        answer: 'Ja, mit dem Fachbereich so abgestimmt.',
        finding: 'Protokolle der {app} wachsen seit der letzten Fassung um das Zehnfache.',
        solutions: [
          'Alte Protokolle verdichtet, Aufbewahrung auf 30 Tage gesetzt.',
          'Platte um 200 GB erweitert, Überwachung meldet OK.',
        ],
      },
      en: {
        subjects: ['Monitoring: {server} disk {percent} percent full'],
        descriptions: ['State CRITICAL since {time}. {server}: usage {percent} percent, threshold 85 percent.'],
        question: 'May files older than 90 days be moved to the archive?',
        answer: 'Yes, agreed with the department.',
        finding: 'The logs of the {app} have grown tenfold since the last version.',
        solutions: [
          'Compressed old logs and set their retention to 30 days.',
          'Extended the disk by 200 GB; monitoring says OK.',
        ],
      },
    },
  },
];
