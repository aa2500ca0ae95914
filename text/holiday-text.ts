import type { GermanHoliday, GermanState } from '#core/calendar/german-holidays.ts';
import { holidayNames as german, stateNames as germanStates } from './de/holidays.ts';
import { holidayNames as english, stateNames as englishStates } from './en/holidays.ts';
import type { Language } from './language.ts';

/** A holiday in more states than this is named without them. */
const FEW_STATES = 3;

/** `Buß- und Bettag (Sachsen)`: the name, and the states that have it when those are few. */
export function holidayText(
  { holidays, states }: { readonly holidays: readonly GermanHoliday[]; readonly states: readonly GermanState[] },
  language: Language,
): string {
  const names = language === 'de' ? german : english;
  const places = language === 'de' ? germanStates : englishStates;
  const name = holidays.map((holiday) => names[holiday]).join(', ');
  return states.length > FEW_STATES ? name : `${name} (${states.map((state) => places[state]).join(', ')})`;
}
