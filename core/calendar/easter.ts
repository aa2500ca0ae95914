import { addDays, type LocalDate, localDate } from '../time/local-date.ts';

/** Easter Sunday of the Gregorian calendar, for any year from 1583. (Meeus, Jones and Butcher) */
export function easterSunday(year: number): LocalDate {
  const goldenNumber = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * goldenNumber + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((goldenNumber + 11 * epact + 22 * weekday) / 451);
  return addDays(localDate(year, 3, 22), epact + weekday - 7 * lateMoon);
}
