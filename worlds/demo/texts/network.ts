import type { Topic } from './topic.ts';

/** Network, wireless and remote access. */
export const NETWORK_TOPICS: readonly Topic[] = [
  {
    key: 'remote-access',
    type: 'incident',
    weight: 4,
    priorities: [0.3, 3, 6, 0.7],
    firstContactChance: 0.45,
    words: {
      de: {
        subjects: ['Fernzugang verbindet nicht', 'Von zu Hause kein Zugriff auf {app}'],
        descriptions: [
          'Der Fernzugang bricht seit {time} Uhr nach wenigen Sekunden ab, Fehler {code}.',
          'Ich arbeite heute von zu Hause. Die Verbindung steht, aber die {app} lädt nicht.',
        ],
        question: 'Geht es, wenn Sie das Telefon als Zugang ins Internet nehmen statt Ihres Anschlusses?',
        answer: 'Ja, über das Telefon geht es, über meinen Anschluss nicht.',
        finding: 'Zertifikat auf {device} läuft ab, Erneuerung ist an der Firewall hängen geblieben.',
        solutions: [
          'Zertifikat erneuert, Fernzugang mit Ihnen geprüft.',
          'Regel an der Firewall ergänzt, die {app} ist von außen wieder erreichbar.',
        ],
      },
      en: {
        subjects: ['Remote access does not connect', 'No access to {app} from home'],
        descriptions: [
          'Since {time} the remote access breaks off after a few seconds, error {code}.',
          'I work from home today. The connection is up, but the {app} does not load.',
        ],
        question: 'Does it work when you use your phone instead of your own line?',
        answer: 'Yes, it works over the phone, not over my line.',
        finding: 'Certificate on {device} is about to expire; its renewal got stuck at the firewall.',
        solutions: [
          'Renewed the certificate and tested the remote access with you.',
          'Added a firewall rule; the {app} can be reached from outside again.',
        ],
      },
    },
  },
  {
    key: 'wireless',
    type: 'incident',
    weight: 2.5,
    priorities: [0, 2, 6, 2],
    firstContactChance: 0.3,
    words: {
      de: {
        subjects: ['Funknetz im {place} fällt aus', 'Telefonieren über Funknetz bricht ab'],
        descriptions: [
          'Im {place} ist das Funknetz heute {count} Mal weggebrochen, jedes Mal für einige Minuten.',
          'In Raum {room} reißen Gespräche ab, sobald mehr als drei Leute verbunden sind.',
        ],
        question: 'Sind alle Geräte betroffen oder nur {device}?',
        answer: 'Alle, auch die Handgeräte im {place}.',
        finding: 'Zugangspunkt über Raum {room} startet unter Last neu.',
        solutions: [
          'Zugangspunkt getauscht, seit einer Stunde ohne Ausfall.',
          'Kanal gewechselt und Sendeleistung angepasst.',
        ],
      },
      en: {
        subjects: ['Wireless fails in {place}', 'Calls over wireless break off'],
        descriptions: [
          'In {place} the wireless network dropped {count} times today, for some minutes each.',
          'In room {room} calls break off as soon as more than three people are connected.',
        ],
        question: 'Are all devices affected or only {device}?',
        answer: 'All of them, the handhelds in {place} too.',
        finding: 'The access point above room {room} restarts under load.',
        solutions: [
          'Replaced the access point, no failure for an hour.',
          'Changed the channel and adjusted the power.',
        ],
      },
    },
  },
  {
    key: 'socket',
    type: 'request',
    weight: 1.5,
    priorities: [0, 0, 4, 6],
    firstContactChance: 0,
    words: {
      de: {
        subjects: ['Netzanschluss in Raum {room} freischalten', 'Umzug: {count} Anschlüsse im {place}'],
        descriptions: [
          'Bitte schalten Sie in Raum {room} die Dose neben der Tür frei, dort kommt ein Messgerät hin.',
          'Wir ziehen am Freitag um und brauchen im {place} {count} Anschlüsse.',
        ],
        question: 'Welche Nummer steht auf der Dose, und in welches Netz soll das Gerät?',
        answer: 'Auf der Dose steht {room}-{count}, es soll in das normale Büronetz.',
        finding: 'Dose ist gepatcht, am Verteiler fehlt die Zuordnung.',
        solutions: ['Anschluss ist freigeschaltet und gemessen.', 'Alle Anschlüsse sind beschriftet und geprüft.'],
      },
      en: {
        subjects: ['Please activate the socket in room {room}', 'Move: {count} sockets in {place}'],
        descriptions: [
          'Please activate the socket next to the door in room {room}; a measuring device goes there.',
          'We move on Friday and need {count} sockets in {place}.',
        ],
        question: 'Which number is on the socket, and which network shall the device join?',
        answer: 'The socket says {room}-{count}; the ordinary office network please.',
        finding: 'The socket is patched, the assignment at the distributor is missing.',
        solutions: ['The socket is active and measured.', 'All sockets are labelled and tested.'],
      },
    },
  },
  {
    key: 'link-down',
    type: 'incident',
    weight: 1.6,
    priorities: [2, 5, 3, 0],
    firstContactChance: 0,
    isMonitored: true,
    words: {
      de: {
        subjects: [
          'Überwachung: Verbindung zu {server} gestört',
          'Überwachung: Leitung Standort {line} mit Paketverlust',
        ],
        descriptions: [
          'Zustand KRITISCH seit {time} Uhr. {server}: keine Antwort auf {count} Anfragen in Folge.',
          'Zustand WARNUNG. Leitung {line}: Paketverlust {count} Prozent, Laufzeit {minutes} ms.',
        ],
        question: 'Ist die Störung auch beim Anbieter der Leitung bekannt?',
        answer: 'Der Anbieter hat die Störung bestätigt.',
        finding: 'Gegenstelle ist erreichbar, Fehler liegt auf der Strecke des Anbieters.',
        solutions: [
          'Verbindung stabil, Überwachung meldet seit einer Stunde OK.',
          'Optik am Verteiler getauscht, kein Paketverlust mehr.',
        ],
      },
      en: {
        subjects: ['Monitoring: connection to {server} disturbed', 'Monitoring: line to site {line} loses packets'],
        descriptions: [
          'State CRITICAL since {time}. {server}: no answer to {count} requests in a row.',
          'State WARNING. Line {line}: packet loss {count} percent, round trip {minutes} ms.',
        ],
        question: 'Does the provider of the line know of the disturbance?',
        answer: 'The provider has confirmed the disturbance.',
        finding: 'The far end can be reached, the fault is on the section of the provider.',
        solutions: [
          'Connection stable; monitoring has said OK for an hour.',
          'Changed the optics at the distributor, no packet loss any more.',
        ],
      },
    },
  },
];
