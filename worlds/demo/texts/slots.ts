import type { Language } from '#text/language.ts';
import type { Chance } from '../chance.ts';

/** The small facts of a ticket: the same device or room in every text of it. */
export type Slots = Readonly<Record<string, string>>;

const APPLICATIONS: Readonly<Record<Language, readonly string[]>> = {
  de: [
    'Auftragserfassung',
    'Lagerverwaltung',
    'Zeiterfassung',
    'Rechnungsprüfung',
    'Reisekosten',
    'Stücklistenverwaltung',
  ],
  en: ['order entry', 'warehouse system', 'time sheet', 'invoice check', 'travel expenses', 'parts list'],
};
const PLACES: Readonly<Record<Language, readonly string[]>> = {
  de: ['Lager', 'Einkauf', 'Empfang', 'Konstruktion', 'Buchhaltung', 'Versand', 'Werkstatt', 'Vertrieb'],
  en: ['warehouse', 'purchasing', 'front desk', 'engineering', 'accounting', 'shipping', 'workshop', 'sales'],
};
const DEPARTMENTS: Readonly<Record<Language, readonly string[]>> = {
  de: ['Angebote', 'Verträge', 'Prüfberichte', 'Lieferscheine', 'Urlaubsplanung', 'Preislisten'],
  en: ['quotes', 'contracts', 'test reports', 'delivery notes', 'leave planning', 'price lists'],
};

/** Rolls the facts of a ticket in the language of its texts. */
export function rollSlots(chance: Chance, language: Language): Slots {
  const two = (limit: number): string => String(chance.below(limit)).padStart(2, '0');
  return {
    app: chance.pick(APPLICATIONS[language]),
    place: chance.pick(PLACES[language]),
    folder: chance.pick(DEPARTMENTS[language]),
    device: `NB-${1000 + chance.below(900)}`,
    printer: `DR-${1 + chance.below(4)}${two(12)}`,
    room: `${1 + chance.below(4)}.${two(30)}`,
    server: `srv-${chance.pick(['app', 'db', 'file', 'mail', 'web'])}-${two(8)}`,
    line: String(1 + chance.below(4)),
    station: `L${1 + chance.below(4)}-${two(20)}`,
    time: `${8 + chance.below(9)}:${two(60)}`,
    minutes: String(5 + 5 * chance.below(9)),
    count: String(2 + chance.below(9)),
    percent: String(86 + chance.below(13)),
    code: String(400 + chance.below(500)),
    ticket: String(1200 + chance.below(700)),
  };
}

/**
 * Fills the names in braces.
 * @throws Error for a name that is no slot: a text was mistyped.
 */
export function fillSlots(text: string, slots: Slots): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`no such slot: ${name}`);
    return value;
  });
}
