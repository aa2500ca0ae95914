import type { Topic } from './topic.ts';

/** Mail, calendars and shared mailboxes. */
export const MAIL_TOPICS: readonly Topic[] = [
  {
    key: 'no-mail',
    type: 'incident',
    weight: 3,
    priorities: [0.5, 3, 6, 0.5],
    firstContactChance: 0.35,
    words: {
      de: {
        subjects: ['Keine neuen E-Mails seit {time} Uhr', 'Postfach wird nicht mehr geladen'],
        descriptions: [
          'Seit {time} Uhr kommen bei mir keine E-Mails mehr an. Eine Kundin sagt, sie habe {count} geschickt.',
          'Das Postfach zeigt nur noch „Verbindung wird hergestellt“. Über das Telefon sehe ich die Nachrichten auch nicht.',
        ],
        question: 'Sehen Sie die fehlenden Nachrichten im Browser, wenn Sie das Postfach dort öffnen?',
        answer: 'Nein, im Browser fehlen sie auch. Die letzte ist von {time} Uhr.',
        finding: 'Zustellung an dieses Postfach steht in der Warteschlange, Grund ist eine falsche Weiterleitung.',
        solutions: [
          'Weiterleitung berichtigt, die wartenden Nachrichten sind zugestellt.',
          'Profil neu eingerichtet, Postfach ist vollständig geladen.',
        ],
      },
      en: {
        subjects: ['No new mail since {time}', 'Mailbox does not load any more'],
        descriptions: [
          'I have received no mail since {time}. A customer says she sent {count} messages.',
          'The mailbox only says "connecting". I do not see the messages on the phone either.',
        ],
        question: 'Do you see the missing messages when you open the mailbox in the browser?',
        answer: 'No, they are missing in the browser too. The last one is of {time}.',
        finding: 'Delivery to this mailbox waits in the queue because of a wrong forwarding rule.',
        solutions: [
          'Corrected the forwarding rule; the waiting messages are delivered.',
          'Set up the profile again, the mailbox has loaded completely.',
        ],
      },
    },
  },
  {
    key: 'shared-mailbox',
    type: 'request',
    weight: 2,
    priorities: [0, 0, 5, 5],
    firstContactChance: 0.3,
    words: {
      de: {
        subjects: ['Gemeinsames Postfach für {place}', 'Zugriff auf das Postfach {folder}'],
        descriptions: [
          'Wir möchten im {place} ein gemeinsames Postfach, in dem alle lesen und antworten können.',
          'Bitte nehmen Sie mich in das Postfach {folder} auf, ich vertrete dort bis Monatsende.',
        ],
        question: 'Wer soll das Postfach verwalten, und soll unter dem gemeinsamen Namen gesendet werden?',
        answer: 'Die Leitung vom {place}, und ja, bitte unter dem gemeinsamen Namen.',
        finding: 'Name ist frei, Gruppe angelegt, es fehlt das Senderecht.',
        solutions: [
          'Postfach ist eingerichtet und erscheint nach dem nächsten Start.',
          'Zugriff erteilt, Senden unter dem gemeinsamen Namen geprüft.',
        ],
      },
      en: {
        subjects: ['Shared mailbox for {place}', 'Access to the mailbox {folder}'],
        descriptions: [
          'In {place} we would like a shared mailbox that everybody can read and answer from.',
          'Please add me to the mailbox {folder}; I stand in there until the end of the month.',
        ],
        question: 'Who shall manage the mailbox, and shall mail go out under the shared name?',
        answer: 'The head of {place}, and yes, under the shared name please.',
        finding: 'The name is free, the group is made, the right to send is missing.',
        solutions: [
          'The mailbox is set up and appears after the next start.',
          'Access granted, sending under the shared name tested.',
        ],
      },
    },
  },
  {
    key: 'calendar',
    type: 'incident',
    weight: 2,
    priorities: [0, 1, 6, 3],
    firstContactChance: 0.45,
    words: {
      de: {
        subjects: ['Termine doppelt im Kalender', 'Kalender vom {place} nicht sichtbar'],
        descriptions: [
          'Seit heute stehen alle Termine doppelt im Kalender, auf dem Telefon sogar dreifach.',
          'Ich kann den Kalender vom {place} nicht mehr öffnen, früher ging das ohne Nachfrage.',
        ],
        question: 'Welche Geräte greifen auf Ihren Kalender zu?',
        answer: 'Notebook {device}, das Telefon und zu Hause ein Tablet.',
        finding: 'Tablet gleicht über ein altes Konto ab und schreibt alles ein zweites Mal.',
        solutions: ['Altes Konto vom Tablet entfernt, doppelte Termine bereinigt.', 'Freigabe des Kalenders erneuert.'],
      },
      en: {
        subjects: ['Appointments appear twice', 'Calendar of {place} not visible'],
        descriptions: [
          'Since today all appointments appear twice in the calendar, on the phone even three times.',
          'I cannot open the calendar of {place} any more; it used to work without asking.',
        ],
        question: 'Which devices use your calendar?',
        answer: 'Notebook {device}, the phone, and a tablet at home.',
        finding: 'The tablet syncs through an old account and writes everything a second time.',
        solutions: [
          'Removed the old account from the tablet and the double entries.',
          'Renewed the sharing of the calendar.',
        ],
      },
    },
  },
  {
    key: 'suspicious',
    type: 'incident',
    weight: 1.5,
    priorities: [0.5, 4, 5, 0],
    firstContactChance: 0.55,
    words: {
      de: {
        subjects: ['Verdächtige E-Mail mit Anhang', 'Angebliche Rechnung im Posteingang'],
        descriptions: [
          'Ich habe um {time} Uhr eine E-Mail mit einer angeblichen Rechnung bekommen. Den Anhang habe ich nicht geöffnet.',
          'Jemand gibt sich als unsere Geschäftsleitung aus und will Gutscheinnummern. Ist das echt?',
        ],
        question: 'Haben Sie auf einen Link geklickt oder etwas eingegeben?',
        answer: 'Nein, ich habe nur die Vorschau gesehen.',
        finding: 'Absender gefälscht, {count} Personen haben dieselbe Nachricht erhalten.',
        solutions: [
          'Nachricht bei allen entfernt, Absender gesperrt. Gut, dass Sie gefragt haben.',
          'Kein Schaden: Der Link war schon gesperrt.',
        ],
      },
      en: {
        subjects: ['Suspicious mail with attachment', 'Alleged invoice in my inbox'],
        descriptions: [
          'At {time} I received a mail with an alleged invoice. I did not open the attachment.',
          'Somebody pretends to be our management and wants voucher numbers. Is that real?',
        ],
        question: 'Did you click on a link or enter anything?',
        answer: 'No, I only saw the preview.',
        finding: 'Sender forged; {count} people received the same message.',
        solutions: [
          'Removed the message everywhere and blocked the sender. Good that you asked.',
          'No harm done: the link was blocked already.',
        ],
      },
    },
  },
];

/** What people write about while the move to the new mail server goes wrong. */
export const MAIL_MIGRATION_TOPICS: readonly Topic[] = [
  {
    key: 'migration-missing',
    type: 'incident',
    weight: 3,
    priorities: [1, 4, 5, 0],
    firstContactChance: 0.06,
    words: {
      de: {
        subjects: ['Nach Umzug fehlen E-Mails', 'Umzug: Ordner {folder} ist leer'],
        descriptions: [
          'Seit dem Umzug auf den neuen Mailserver fehlen bei mir alle Nachrichten der letzten {count} Wochen.',
          'Nach dem Umzug ist der Ordner {folder} leer. Darin liegen Zusagen an Kunden, ich brauche sie heute.',
        ],
        question: 'Welche Nachricht ist die letzte, die Sie im Ordner {folder} noch sehen?',
        answer: 'Eine von {time} Uhr, danach ist alles weg.',
        finding:
          'Postfach wurde während der Übertragung abgebrochen und gilt als fertig. Muss von Hand nachgezogen werden.',
        solutions: [
          'Fehlende Nachrichten aus der Sicherung nachgezogen.',
          'Übertragung für dieses Postfach neu angestoßen und geprüft, {folder} ist vollständig.',
        ],
      },
      en: {
        subjects: ['Mail missing after the move', 'Move: folder {folder} is empty'],
        descriptions: [
          'Since the move to the new mail server all messages of the last {count} weeks are missing.',
          'After the move the folder {folder} is empty. It holds promises to customers and I need them today.',
        ],
        question: 'Which message is the last you still see in the folder {folder}?',
        answer: 'One of {time}, everything after it is gone.',
        finding: 'The transfer of this mailbox was cut off and counts as done. Must be repeated by hand.',
        solutions: [
          'Restored the missing messages from the backup.',
          'Started the transfer of this mailbox again and checked it; {folder} is complete.',
        ],
      },
    },
  },
  {
    key: 'migration-profile',
    type: 'incident',
    weight: 3,
    priorities: [0.5, 3, 6, 0],
    firstContactChance: 0.15,
    words: {
      de: {
        subjects: ['E-Mail fragt ständig nach dem Passwort', 'Neuer Mailserver: Senden geht nicht'],
        descriptions: [
          'Seit dem Wochenende fragt das Mailprogramm alle {minutes} Minuten nach dem Passwort und nimmt es nicht an.',
          'Empfangen geht, aber jede Nachricht nach außen kommt mit Fehler {code} zurück.',
        ],
        question: 'Steht in der Fehlermeldung noch der Name des alten Servers?',
        answer: 'Ja, dort steht noch der alte Name.',
        finding: 'Profil zeigt auf den alten Server, die Umleitung wurde zu früh abgeschaltet.',
        solutions: [
          'Profil auf den neuen Server umgestellt, Senden und Empfangen geprüft.',
          'Umleitung wieder eingeschaltet, Profil wird beim nächsten Start erneuert.',
        ],
      },
      en: {
        subjects: ['Mail keeps asking for the password', 'New mail server: sending fails'],
        descriptions: [
          'Since the weekend the mail program asks for the password every {minutes} minutes and does not accept it.',
          'Receiving works, but every message to the outside comes back with error {code}.',
        ],
        question: 'Does the error still name the old server?',
        answer: 'Yes, it still shows the old name.',
        finding: 'The profile points to the old server; the redirect was switched off too early.',
        solutions: [
          'Moved the profile to the new server, sending and receiving tested.',
          'Switched the redirect on again; the profile renews itself at the next start.',
        ],
      },
    },
  },
];
