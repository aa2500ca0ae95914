import type { GermanHoliday, GermanState, MunicipalHoliday } from '#core/calendar/german-holidays.ts';

/** Names of the German public holidays. */
export const holidayNames: Readonly<Record<GermanHoliday, string>> = {
  new_year: 'Neujahr',
  epiphany: 'Heilige Drei Könige',
  womens_day: 'Internationaler Frauentag',
  good_friday: 'Karfreitag',
  easter_sunday: 'Ostersonntag',
  easter_monday: 'Ostermontag',
  labour_day: 'Tag der Arbeit',
  liberation_day: 'Tag der Befreiung (einmalig)',
  ascension: 'Christi Himmelfahrt',
  whit_sunday: 'Pfingstsonntag',
  whit_monday: 'Pfingstmontag',
  corpus_christi: 'Fronleichnam',
  uprising_1953: 'Jahrestag des Aufstandes vom 17. Juni 1953 (einmalig)',
  peace_festival: 'Augsburger Hohes Friedensfest',
  assumption: 'Mariä Himmelfahrt',
  childrens_day: 'Weltkindertag',
  german_unity: 'Tag der Deutschen Einheit',
  reformation: 'Reformationstag',
  all_saints: 'Allerheiligen',
  repentance: 'Buß- und Bettag',
  christmas_day: '1. Weihnachtstag',
  second_christmas_day: '2. Weihnachtstag',
};

/** Where a municipal holiday holds. */
export const municipalHolidayNotes: Readonly<Record<MunicipalHoliday, string>> = {
  peace_festival: 'nur in der Stadt Augsburg',
  assumption: 'nur in überwiegend katholischen Gemeinden',
  corpus_christi: 'nur in einzelnen katholisch geprägten Gemeinden',
};

/** Names of the German states. */
export const stateNames: Readonly<Record<GermanState, string>> = {
  BB: 'Brandenburg',
  BE: 'Berlin',
  BW: 'Baden-Württemberg',
  BY: 'Bayern',
  HB: 'Bremen',
  HE: 'Hessen',
  HH: 'Hamburg',
  MV: 'Mecklenburg-Vorpommern',
  NI: 'Niedersachsen',
  NW: 'Nordrhein-Westfalen',
  RP: 'Rheinland-Pfalz',
  SH: 'Schleswig-Holstein',
  SL: 'Saarland',
  SN: 'Sachsen',
  ST: 'Sachsen-Anhalt',
  TH: 'Thüringen',
};
