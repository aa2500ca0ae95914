import type { Topic } from './topic.ts';

/** Printers, scanners and what they need. */
export const PRINT_TOPICS: readonly Topic[] = [
  {
    key: 'printer-offline',
    type: 'incident',
    weight: 4,
    priorities: [0, 2, 7, 1],
    firstContactChance: 0.4,
    words: {
      de: {
        subjects: ['Drucker {printer} druckt nicht', 'Druckaufträge bleiben hängen ({printer})'],
        descriptions: [
          'Der Drucker {printer} im {place} nimmt seit {time} Uhr keine Aufträge mehr an. In der Warteschlange stehen {count} Stück.',
          'Egal was ich drucke, bei {printer} kommt nichts heraus. Am Gerät selbst steht „bereit“.',
        ],
        question: 'Was zeigt die Anzeige am Gerät, und können andere im {place} darauf drucken?',
        answer: 'Die Anzeige sagt „bereit“, aber bei den anderen geht es auch nicht.',
        finding: 'Warteschlange auf {server} blockiert, erster Auftrag ist beschädigt.',
        solutions: [
          'Beschädigten Auftrag gelöscht, Warteschlange neu gestartet, Probedruck ist gut.',
          'Der Drucker hatte nach dem Stromausfall eine andere Adresse. Adresse fest vergeben.',
        ],
      },
      en: {
        subjects: ['Printer {printer} does not print', 'Print jobs get stuck ({printer})'],
        descriptions: [
          'The printer {printer} in {place} has accepted no jobs since {time}. {count} of them wait in the queue.',
          'Whatever I print, nothing comes out of {printer}. The device itself says "ready".',
        ],
        question: 'What does the display of the device say, and can others in {place} print on it?',
        answer: 'The display says "ready", but it does not work for the others either.',
        finding: 'Queue on {server} blocked, its first job is damaged.',
        solutions: [
          'Removed the damaged job and restarted the queue; the test page is fine.',
          'After the power cut the printer had another address. The address is fixed now.',
        ],
      },
    },
  },
  {
    key: 'driver',
    type: 'incident',
    weight: 2.5,
    priorities: [0, 1, 7, 2],
    firstContactChance: 0.5,
    words: {
      de: {
        subjects: ['Nach Update nur noch wirre Zeichen auf {printer}', 'Etiketten kommen verschoben heraus'],
        descriptions: [
          'Seit dem Update druckt {printer} bei mir nur noch wirre Zeichen, {count} Seiten Papier sind schon weg.',
          'Die Versandetiketten sind seit heute um einen Zentimeter verschoben, der Scanner liest sie nicht mehr.',
        ],
        question: 'Aus welchem Programm drucken Sie, und passiert es auch mit der Testseite?',
        answer: 'Aus der {app}. Die Testseite sieht richtig aus.',
        finding: 'Neuer Druckertreiber wurde mit dem Update verteilt, alte Vorlagen passen nicht dazu.',
        solutions: [
          'Vorherigen Treiber wieder eingerichtet und die Vorlage angepasst.',
          'Seitenrand in der Vorlage auf den neuen Treiber eingestellt, Etiketten werden gelesen.',
        ],
      },
      en: {
        subjects: ['Only garbled characters on {printer} since the update', 'Labels come out shifted'],
        descriptions: [
          'Since the update {printer} prints garbled characters only; {count} pages of paper are gone already.',
          'Since today the shipping labels are shifted by a centimetre and the scanner cannot read them.',
        ],
        question: 'Which program do you print from, and does the test page look wrong too?',
        answer: 'From the {app}. The test page looks right.',
        finding: 'A new printer driver came with the update, old templates do not fit it.',
        solutions: [
          'Restored the previous driver and adjusted the template.',
          'Set the page margin of the template to the new driver; labels can be read.',
        ],
      },
    },
  },
  {
    key: 'toner',
    type: 'request',
    weight: 2,
    priorities: [0, 0, 4, 6],
    firstContactChance: 0.15,
    words: {
      de: {
        subjects: ['Toner für {printer}', 'Drucker {printer}: Wartungssatz anfordern'],
        descriptions: [
          'Der Toner von {printer} geht zu Ende, die Anzeige meldet noch etwa {count} Prozent.',
          'Der Drucker im {place} verlangt einen Wartungssatz und druckt nur noch blass.',
        ],
        question: 'Welche Farbe meldet die Anzeige, und liegt im Schrank von {place} noch Ersatz?',
        answer: 'Schwarz, und im Schrank ist nichts mehr.',
        finding: 'Toner im Lager vorhanden, geht mit der Runde am Nachmittag mit.',
        solutions: [
          'Toner getauscht, ein Ersatz liegt jetzt im Schrank.',
          'Wartungssatz eingebaut, Druckbild ist wieder sauber.',
        ],
      },
      en: {
        subjects: ['Toner for {printer}', 'Printer {printer}: maintenance kit needed'],
        descriptions: [
          'The toner of {printer} runs out, the display says about {count} percent.',
          'The printer in {place} asks for a maintenance kit and prints faintly.',
        ],
        question: 'Which colour does the display name, and is there a spare in the cupboard of {place}?',
        answer: 'Black, and the cupboard is empty.',
        finding: 'Toner in stock, goes along with the afternoon round.',
        solutions: [
          'Toner changed, a spare is in the cupboard now.',
          'Maintenance kit installed, the print is clean again.',
        ],
      },
    },
  },
  {
    key: 'scan',
    type: 'incident',
    weight: 1.5,
    priorities: [0, 1, 6, 3],
    firstContactChance: 0.35,
    words: {
      de: {
        subjects: ['Scannen in den Ordner {folder} geht nicht', 'Scanner meldet Fehler {code}'],
        descriptions: [
          'Beim Scannen auf {printer} kommt „Ziel nicht erreichbar“. Der Ordner {folder} ist aber da.',
          'Der Scanner im {place} bricht nach der ersten Seite mit Fehler {code} ab.',
        ],
        question: 'Seit wann tritt das auf, und scannen Sie einzelne Seiten oder einen Stapel?',
        answer: 'Seit gestern, immer bei Stapeln mit mehr als {count} Seiten.',
        finding: 'Dienstkonto des Scanners hatte ein abgelaufenes Passwort.',
        solutions: [
          'Dienstkonto erneuert, Scannen in {folder} geprüft.',
          'Einzugsrollen gereinigt, Stapel laufen wieder durch.',
        ],
      },
      en: {
        subjects: ['Scanning to the folder {folder} fails', 'Scanner shows error {code}'],
        descriptions: [
          'Scanning on {printer} says "target not reachable". The folder {folder} is there, though.',
          'The scanner in {place} stops after the first page with error {code}.',
        ],
        question: 'Since when does it happen, and do you scan single pages or a stack?',
        answer: 'Since yesterday, always with stacks of more than {count} pages.',
        finding: 'The service account of the scanner had an expired password.',
        solutions: [
          'Renewed the service account and tested scanning to {folder}.',
          'Cleaned the feed rollers, stacks run through again.',
        ],
      },
    },
  },
];
