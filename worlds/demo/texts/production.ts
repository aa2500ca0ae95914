import type { Topic } from './topic.ts';

/** The control room of the night production: terminals, order transfer, label printing on the lines. */
export const PRODUCTION_TOPICS: readonly Topic[] = [
  {
    key: 'terminal',
    type: 'incident',
    weight: 4,
    priorities: [1, 5, 4, 0],
    firstContactChance: 0.5,
    words: {
      de: {
        subjects: ['Terminal {station} reagiert nicht', 'Linie {line}: Anmeldung am Terminal geht nicht'],
        descriptions: [
          'Das Terminal {station} steht seit {minutes} Minuten. Linie {line} kann nicht zurückmelden.',
          'Die Spätschicht ist abgemeldet, aber die Nachtschicht kommt an Linie {line} nicht hinein.',
        ],
        question: 'Welche Zeile steht unten links auf dem Bildschirm von {station}?',
        answer: 'Dort steht „Warte auf Leitstand“.',
        finding: 'Dienst auf {server} hat die Verbindung zu {station} verloren.',
        solutions: [
          'Verbindung neu aufgebaut, Rückmeldungen sind nachgeholt.',
          'Terminal getauscht, altes Gerät liegt in der Werkstatt.',
        ],
      },
      en: {
        subjects: ['Terminal {station} does not respond', 'Line {line}: sign-in at the terminal fails'],
        descriptions: [
          'The terminal {station} has been stuck for {minutes} minutes. Line {line} cannot report.',
          'The late shift has signed off, but the night shift cannot get in on line {line}.',
        ],
        question: 'What does the line at the bottom left of {station} say?',
        answer: 'It says "waiting for control room".',
        finding: 'The service on {server} has lost the connection to {station}.',
        solutions: [
          'Connection set up again, reports are caught up.',
          'Terminal replaced; the old one is in the workshop.',
        ],
      },
    },
  },
  {
    key: 'order-transfer',
    type: 'incident',
    weight: 2.5,
    priorities: [2, 5, 3, 0],
    firstContactChance: 0.2,
    words: {
      de: {
        subjects: ['Aufträge kommen nicht an Linie {line} an', 'Leitstand: {count} Aufträge doppelt'],
        descriptions: [
          'Seit {time} Uhr fehlen an Linie {line} die neuen Aufträge, wir arbeiten vom Zettel.',
          'Im Leitstand stehen {count} Aufträge doppelt, wir wissen nicht, welche gelten.',
        ],
        question: 'Welche Auftragsnummer ist die letzte, die noch angekommen ist?',
        answer: 'Die letzte ist 70{code}.',
        finding: 'Übertragung ist an Auftrag 70{code} hängen geblieben, Umlaut im Kundennamen.',
        solutions: [
          'Auftrag berichtigt, Übertragung läuft, Linie {line} ist auf Stand.',
          'Doppelte Aufträge storniert und mit der Schicht abgeglichen.',
        ],
      },
      en: {
        subjects: ['Orders do not reach line {line}', 'Control room: {count} orders twice'],
        descriptions: [
          'Since {time} line {line} gets no new orders; we work from paper.',
          '{count} orders appear twice in the control room and we do not know which are valid.',
        ],
        question: 'Which order number was the last to arrive?',
        answer: 'The last one is 70{code}.',
        finding: 'The transfer got stuck at order 70{code}, an umlaut in the customer name.',
        solutions: [
          'Order corrected, transfer runs, line {line} is up to date.',
          'Cancelled the double orders and checked them with the shift.',
        ],
      },
    },
  },
  {
    key: 'line-printer',
    type: 'incident',
    weight: 2,
    priorities: [0, 3, 6, 1],
    firstContactChance: 0.4,
    words: {
      de: {
        subjects: ['Etikettendrucker {station} druckt leer', 'Linie {line}: Etiketten unlesbar'],
        descriptions: [
          'Der Etikettendrucker an {station} zieht Papier durch, druckt aber nichts.',
          'Die Etiketten an Linie {line} sind so blass, dass der Scanner sie ablehnt.',
        ],
        question: 'Wurde die Rolle heute gewechselt?',
        answer: 'Ja, kurz vor Schichtbeginn.',
        finding: 'Rolle war falsch herum eingelegt, Druckkopf ist in Ordnung.',
        solutions: ['Rolle gedreht, Probe gelesen.', 'Druckkopf gereinigt, Kontrast höher gestellt.'],
      },
      en: {
        subjects: ['Label printer {station} prints blank', 'Line {line}: labels unreadable'],
        descriptions: [
          'The label printer at {station} pulls paper but prints nothing.',
          'The labels on line {line} are so faint that the scanner refuses them.',
        ],
        question: 'Was the roll changed today?',
        answer: 'Yes, just before the shift began.',
        finding: 'The roll was put in the wrong way round; the print head is fine.',
        solutions: ['Turned the roll, test label can be read.', 'Cleaned the print head and raised the contrast.'],
      },
    },
  },
  {
    key: 'service-stopped',
    type: 'incident',
    weight: 1.2,
    priorities: [4, 5, 1, 0],
    firstContactChance: 0,
    isMonitored: true,
    words: {
      de: {
        subjects: ['Überwachung: Leitstanddienst auf {server} steht'],
        descriptions: [
          'Zustand KRITISCH seit {time} Uhr. {server}: Dienst antwortet nicht, {count} Linien ohne Verbindung.',
        ],
        question: 'Darf der Dienst während der Schicht neu gestartet werden?',
        answer: 'Ja, die Schichtleitung ist einverstanden.',
        finding: 'Dienst hat den Speicher ausgeschöpft, zum {count}. Mal in diesem Monat.',
        solutions: [
          'Dienst neu gestartet, alle Linien sind verbunden.',
          'Speichergrenze angehoben, Dienst läuft stabil.',
        ],
      },
      en: {
        subjects: ['Monitoring: control room service on {server} stopped'],
        descriptions: [
          'State CRITICAL since {time}. {server}: service does not answer, {count} lines without connection.',
        ],
        question: 'May the service be restarted during the shift?',
        answer: 'Yes, the shift lead agrees.',
        finding: 'The service has used up its memory, for the {count}th time this month.',
        solutions: ['Service restarted, all lines are connected.', 'Raised the memory limit; the service runs stably.'],
      },
    },
  },
];
