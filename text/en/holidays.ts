import type { GermanHoliday, GermanState, MunicipalHoliday } from '#core/calendar/german-holidays.ts';

/** Names of the German public holidays. */
export const holidayNames: Readonly<Record<GermanHoliday, string>> = {
  new_year: "New Year's Day",
  epiphany: 'Epiphany',
  womens_day: "International Women's Day",
  good_friday: 'Good Friday',
  easter_sunday: 'Easter Sunday',
  easter_monday: 'Easter Monday',
  labour_day: 'Labour Day',
  liberation_day: 'Liberation Day (once)',
  ascension: 'Ascension Day',
  whit_sunday: 'Whit Sunday',
  whit_monday: 'Whit Monday',
  corpus_christi: 'Corpus Christi',
  uprising_1953: 'Anniversary of the uprising of 17 June 1953 (once)',
  peace_festival: 'Augsburg Peace Festival',
  assumption: 'Assumption Day',
  childrens_day: "World Children's Day",
  german_unity: 'Day of German Unity',
  reformation: 'Reformation Day',
  all_saints: "All Saints' Day",
  repentance: 'Day of Repentance and Prayer',
  christmas_day: 'Christmas Day',
  second_christmas_day: 'Second Day of Christmas',
};

/** Where a municipal holiday holds. */
export const municipalHolidayNotes: Readonly<Record<MunicipalHoliday, string>> = {
  peace_festival: 'city of Augsburg only',
  assumption: 'predominantly Catholic municipalities only',
  corpus_christi: 'some Catholic municipalities only',
};

/** Names of the German states. */
export const stateNames: Readonly<Record<GermanState, string>> = {
  BB: 'Brandenburg',
  BE: 'Berlin',
  BW: 'Baden-Württemberg',
  BY: 'Bavaria',
  HB: 'Bremen',
  HE: 'Hesse',
  HH: 'Hamburg',
  MV: 'Mecklenburg-Western Pomerania',
  NI: 'Lower Saxony',
  NW: 'North Rhine-Westphalia',
  RP: 'Rhineland-Palatinate',
  SH: 'Schleswig-Holstein',
  SL: 'Saarland',
  SN: 'Saxony',
  ST: 'Saxony-Anhalt',
  TH: 'Thuringia',
};
