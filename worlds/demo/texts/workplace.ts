import type { Topic } from './topic.ts';

/** Devices, sign-in, rights and software at the workplace. */
export const WORKPLACE_TOPICS: readonly Topic[] = [
  {
    key: 'password',
    type: 'incident',
    weight: 5,
    priorities: [0, 2, 7, 1],
    firstContactChance: 0.72,
    words: {
      de: {
        subjects: ['Anmeldung geht nicht, Konto gesperrt', 'Passwort abgelaufen, komme nicht mehr rein'],
        descriptions: [
          'Guten Morgen, seit {time} Uhr werde ich an {device} abgewiesen. Nach dem dritten Versuch steht dort, das Konto sei gesperrt.',
          'Mein Passwort ist gestern abgelaufen und die Seite zum Ändern nimmt das neue nicht an. Ich muss dringend an die {app}.',
        ],
        question: 'Erscheint die Meldung auch, wenn Sie sich an einem anderen Gerät anmelden?',
        answer: 'Ja, am Rechner im {place} kommt dieselbe Meldung.',
        finding: 'Konto war nach fünf Fehlversuchen gesperrt, Quelle ist ein altes Passwort auf dem Diensttelefon.',
        solutions: [
          'Konto entsperrt, neues Passwort gesetzt und auf dem Diensttelefon nachgetragen.',
          'Passwort zurückgesetzt. Die Regel für neue Passwörter steht jetzt auch auf der Anmeldeseite.',
        ],
      },
      en: {
        subjects: ['Cannot sign in, account locked', 'Password expired, no way in'],
        descriptions: [
          'Good morning, since {time} my sign-in on {device} is refused. After the third attempt it says the account is locked.',
          'My password expired yesterday and the page does not accept the new one. I need the {app} urgently.',
        ],
        question: 'Do you see the same message when you sign in on another device?',
        answer: 'Yes, the computer in {place} shows the same message.',
        finding: 'Account was locked after five failed attempts; the source is an old password on the work phone.',
        solutions: [
          'Unlocked the account, set a new password and entered it on the work phone.',
          'Password reset. The rule for new passwords is now shown on the sign-in page too.',
        ],
      },
    },
  },
  {
    key: 'slow-notebook',
    type: 'incident',
    weight: 3,
    priorities: [0, 1, 6, 3],
    firstContactChance: 0.25,
    words: {
      de: {
        subjects: ['Notebook {device} sehr langsam', 'Rechner hängt mehrmals am Tag'],
        descriptions: [
          'Das Notebook braucht seit dem letzten Update etwa {minutes} Minuten, bis ich arbeiten kann. Der Lüfter läuft die ganze Zeit.',
          'Mehrmals am Tag bleibt der Bildschirm für ein, zwei Minuten stehen, meist wenn ich {folder} öffne.',
        ],
        question: 'Wie viel Platz zeigt Ihnen das Notebook auf der Platte noch an, und hängt eine Dockingstation dran?',
        answer: 'Es sind noch etwa {count} GB frei, und ja, die Dockingstation ist immer angeschlossen.',
        finding: 'Platte zu {percent} Prozent voll, Suchindex läuft endlos. Treiber der Dockingstation veraltet.',
        solutions: [
          'Alte Update-Dateien entfernt, Suchindex neu aufgebaut, Treiber der Dockingstation erneuert. Start dauert jetzt unter zwei Minuten.',
          'Arbeitsspeicher verdoppelt und Autostart aufgeräumt.',
        ],
      },
      en: {
        subjects: ['Notebook {device} very slow', 'Computer freezes several times a day'],
        descriptions: [
          'Since the last update the notebook takes about {minutes} minutes until I can work. The fan runs all the time.',
          'Several times a day the screen freezes for a minute or two, mostly when I open {folder}.',
        ],
        question: 'How much disk space does the notebook show as free, and is a docking station connected?',
        answer: 'About {count} GB are free, and yes, the docking station is always connected.',
        finding: 'Disk {percent} percent full, search index never ends. Driver of the docking station outdated.',
        solutions: [
          'Removed old update files, rebuilt the search index, renewed the docking driver. It starts in under two minutes now.',
          'Doubled the memory and cleaned up what starts at sign-in.',
        ],
      },
    },
  },
  {
    key: 'access',
    type: 'request',
    weight: 3.5,
    priorities: [0, 0, 5, 5],
    firstContactChance: 0.3,
    words: {
      de: {
        subjects: ['Zugriff auf Ordner {folder}', 'Bitte Rechte für {app} einrichten'],
        descriptions: [
          'Ich vertrete ab Montag eine Kollegin im {place} und brauche dafür Schreibrechte auf den Ordner {folder}.',
          'Für das neue Projekt brauche ich Zugang zur {app}, bitte mit denselben Rechten wie das übrige Team.',
        ],
        question: 'Bis wann sollen die Rechte gelten, und hat die Leitung des Bereichs {place} zugestimmt?',
        answer: 'Bis Ende des Quartals; die Zustimmung der Leitung hängt an.',
        finding: 'Zustimmung liegt vor. Gruppe für {folder} gibt es schon, es fehlt nur die Mitgliedschaft.',
        solutions: [
          'Rechte eingerichtet, sie gelten nach der nächsten Anmeldung.',
          'Zugang zur {app} freigeschaltet und im Berechtigungsbuch vermerkt.',
        ],
      },
      en: {
        subjects: ['Access to the folder {folder}', 'Please set up rights for {app}'],
        descriptions: [
          'From Monday on I stand in for a colleague in {place} and need write access to the folder {folder}.',
          'For the new project I need access to the {app}, with the same rights as the rest of the team please.',
        ],
        question: 'Until when shall the rights last, and did the head of {place} agree?',
        answer: 'Until the end of the quarter; the approval is attached.',
        finding: 'Approval is there. The group for {folder} exists, only the membership is missing.',
        solutions: [
          'Rights are set up; they work after the next sign-in.',
          'Access to the {app} granted and entered in the register of rights.',
        ],
      },
    },
  },
  {
    key: 'new-starter',
    type: 'request',
    weight: 1.2,
    priorities: [0, 1, 4, 5],
    firstContactChance: 0,
    words: {
      de: {
        subjects: ['Ausstattung für neuen Arbeitsplatz im {place}', 'Neuer Arbeitsplatz Raum {room}'],
        descriptions: [
          'Zum Monatsersten fängt bei uns jemand an. Bitte Notebook, Bildschirm, Telefon und ein Konto mit Zugriff auf {folder}.',
          'Wir richten in Raum {room} einen weiteren Arbeitsplatz ein: zwei Bildschirme, Dockingstation, Zugang zur {app}.',
        ],
        question: 'Wird das Notebook auch unterwegs gebraucht, und welche Kostenstelle trägt die Ausstattung?',
        answer: 'Ja, etwa zwei Tage die Woche. Die Kostenstelle ist die des Bereichs {place}.',
        finding: 'Notebook aus dem Lager reserviert ({device}), Bildschirme bestellt.',
        solutions: [
          'Arbeitsplatz in Raum {room} ist aufgebaut und geprüft, die Zugangsdaten liegen im verschlossenen Umschlag am Empfang.',
          'Notebook {device} übergeben, Einweisung ist erfolgt.',
        ],
      },
      en: {
        subjects: ['Equipment for a new workplace in {place}', 'New workplace in room {room}'],
        descriptions: [
          'Somebody joins us on the first of the month. Please provide notebook, screen, phone and an account with access to {folder}.',
          'We set up another desk in room {room}: two screens, docking station, access to the {app}.',
        ],
        question: 'Is the notebook needed on the road too, and which cost centre pays?',
        answer: 'Yes, about two days a week. The cost centre is that of {place}.',
        finding: 'Notebook reserved from stock ({device}), screens ordered.',
        solutions: [
          'The workplace in room {room} is set up and tested; the credentials are in the sealed envelope at the front desk.',
          'Notebook {device} handed over, with an introduction.',
        ],
      },
    },
  },
  {
    key: 'software',
    type: 'request',
    weight: 2.2,
    priorities: [0, 0, 4, 6],
    firstContactChance: 0.4,
    words: {
      de: {
        subjects: ['Software zum Bearbeiten von PDF-Dateien', 'Bitte Zeichenprogramm auf {device} installieren'],
        descriptions: [
          'Ich muss {folder} kommentieren und zusammenführen. Können Sie mir dafür das freigegebene Programm installieren?',
          'Für die Skizzen aus der Werkstatt brauche ich auf {device} das Zeichenprogramm, das auch das {place} nutzt.',
        ],
        question: 'Brauchen Sie das Programm dauerhaft oder nur für ein Projekt? Davon hängt die Lizenz ab.',
        answer: 'Dauerhaft, wir arbeiten jede Woche damit.',
        finding: 'Lizenz ist vorhanden, Paket kann verteilt werden.',
        solutions: [
          'Programm ist auf {device} installiert, die Lizenz ist zugewiesen.',
          'Paket verteilt; Sie finden es im Startmenü. Eine kurze Anleitung ist angehängt.',
        ],
      },
      en: {
        subjects: ['Software to edit PDF files', 'Please install the drawing program on {device}'],
        descriptions: [
          'I need to comment on and merge {folder}. Could you install the approved program for that?',
          'For the sketches from the workshop I need the drawing program on {device} that {place} uses.',
        ],
        question: 'Do you need the program for good or for one project? The licence depends on it.',
        answer: 'For good, we work with it every week.',
        finding: 'A licence is available, the package can be rolled out.',
        solutions: [
          'The program is installed on {device} and the licence is assigned.',
          'Package rolled out; you find it in the start menu. A short guide is attached.',
        ],
      },
    },
  },
  {
    key: 'screen',
    type: 'incident',
    weight: 2,
    priorities: [0, 1, 7, 2],
    firstContactChance: 0.45,
    words: {
      de: {
        subjects: ['Zweiter Bildschirm bleibt schwarz', 'Besprechungsraum {room}: kein Bild'],
        descriptions: [
          'Nach der Mittagspause wird der zweite Bildschirm an {device} nicht mehr erkannt. Kabel habe ich schon umgesteckt.',
          'Im Raum {room} zeigt der große Bildschirm kein Bild, in {minutes} Minuten kommen Gäste.',
        ],
        question: 'Leuchtet die Anzeige am Bildschirm weiß oder gelb, und welches Kabel steckt?',
        answer: 'Gelb, und es ist das Kabel, das von der Dockingstation kommt.',
        finding: 'Dockingstation liefert am zweiten Ausgang kein Signal.',
        solutions: [
          'Dockingstation stromlos gemacht und Anzeige neu eingerichtet, beide Bildschirme laufen.',
          'Kabel getauscht, Eingang am Bildschirm fest eingestellt.',
        ],
      },
      en: {
        subjects: ['Second screen stays black', 'Meeting room {room}: no picture'],
        descriptions: [
          'After lunch the second screen on {device} is no longer found. I have changed the cables already.',
          'The big screen in room {room} shows no picture, and guests arrive in {minutes} minutes.',
        ],
        question: 'Is the light on the screen white or yellow, and which cable is connected?',
        answer: 'Yellow, and it is the cable from the docking station.',
        finding: 'The docking station gives no signal on its second output.',
        solutions: [
          'Restarted the docking station and set up the display again, both screens work.',
          'Changed the cable and fixed the input of the screen.',
        ],
      },
    },
  },
];
