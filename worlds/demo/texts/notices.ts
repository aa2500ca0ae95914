import type { StoryKey } from '../stories.ts';
import type { Topic, TopicWords } from './topic.ts';

/** What the manager tells the desk on the day a story begins: the ticket in which a reader of the data finds its cause. */
export const NOTICES: Readonly<Partial<Record<StoryKey | 'second-look', Topic>>> = {
  'second-look': notice('second-look', {
    de: words(
      'Ab heute: zweite Person prüft Lösungen im Netz',
      'Im letzten Monat kamen viele Vorgänge zum Netz zurück. Ab heute liest vor dem Lösen eine zweite Person mit.',
      'Ist im Team besprochen und steht in der Arbeitsanweisung.',
    ),
    en: words(
      'From today: a second person checks solutions of the network',
      'Many network tickets came back last month. From today a second person reads along before they are resolved.',
      'Discussed in the team and added to the instructions.',
    ),
  }),
  'stricter-targets': notice('stricter-targets', {
    de: words(
      'Neue Fassung der Vereinbarung mit Zirbelau Logistik',
      'Ab heute gilt für neue Vorgänge die zweite Fassung: die halbe Zeit bis zur ersten Antwort und bis zur Lösung.',
      'Neue Fassung ist hinterlegt. Offene Vorgänge behalten ihre alten Ziele.',
    ),
    en: words(
      'New version of the agreement with Zirbelau Logistik',
      'From today the second version holds for new tickets: half the time to the first answer and to the solution.',
      'The new version is stored. Open tickets keep their old targets.',
    ),
  }),
  'printer-flood': notice('printer-flood', {
    de: words(
      'Druckertreiber werden heute erneuert',
      'Der Hersteller verlangt den neuen Treiber. Er wird heute früh auf alle Geräte verteilt.',
      'Verteilung ist gelaufen, erste Meldungen über verschobenen Druck sind eingegangen.',
    ),
    en: words(
      'Printer drivers are renewed today',
      'The manufacturer demands the new driver. It goes out to all devices this morning.',
      'The rollout is done; the first reports of shifted prints have come in.',
    ),
  }),
  knowledge: notice('knowledge', {
    de: words(
      'Wissensartikel für den Service-Desk sind freigegeben',
      'Die ersten Artikel zu Anmeldung, Druck, Postfach und Fernzugang stehen bereit. Jede Woche kommen neue dazu.',
      'Ablage ist für alle geöffnet, der Verweis steht in der Vorgangsmaske.',
    ),
    en: words(
      'Knowledge articles for the service desk are released',
      'The first articles on sign-in, printing, mailboxes and remote access are there. New ones follow every week.',
      'The collection is open to all and linked from the ticket form.',
    ),
  }),
  'failed-migration': notice('failed-migration', {
    de: words(
      'Umzug auf den neuen Mailserver an diesem Wochenende',
      'Alle Postfächer ziehen um. Die Umleitung vom alten Server wird danach abgeschaltet.',
      'Umzug mit Fehlern: Übertragung bei vielen Postfächern abgebrochen, Umleitung zu früh abgeschaltet. Nacharbeit nötig.',
    ),
    en: words(
      'Move to the new mail server this weekend',
      'All mailboxes move. The redirect from the old server is switched off afterwards.',
      'Moved with faults: the transfer of many mailboxes broke off and the redirect was switched off too early. Rework needed.',
    ),
  }),
  reorganisation: notice('reorganisation', {
    de: words(
      'Arbeitsplatz und Vor-Ort-Dienst werden ein Team',
      'Ab heute arbeiten beide als „Arbeitsplatz und Vor-Ort-Dienst“. Offene Vorgänge sind schon umgehängt.',
      'Warteschlangen zusammengelegt, Vertretung geregelt.',
    ),
    en: words(
      'Workplace and field service become one team',
      'From today both work as "workplace care". Open tickets are moved already.',
      'Queues are joined, stand-ins arranged.',
    ),
  }),
  parking: notice('parking', {
    de: words(
      'Fachanwendungen: offene Vorgänge erst einmal zurückfragen',
      'Die Lösungsziele werden zu oft verfehlt. Bitte Vorgänge im Zweifel auf „wartet auf Anfragende“ stellen.',
      'Im Team weitergegeben.',
    ),
    en: words(
      'Applications: ask back first',
      'Too many targets for solutions are missed. When in doubt, please set tickets to waiting for the requester.',
      'Passed on to the team.',
    ),
  }),
};

function notice(key: string, languages: Topic['words']): Topic {
  return { key, type: 'request', weight: 0, priorities: [0, 0, 0, 1], firstContactChance: 1, words: languages };
}

function words(subject: string, description: string, solution: string): TopicWords {
  return {
    subjects: [subject],
    descriptions: [description],
    question: subject,
    answer: description,
    finding: description,
    solutions: [solution],
  };
}
