import { type LocalDate, parseLocalDate } from '#core/time/local-date.ts';
import { useWords } from './words.tsx';

/** Today's date in the reporting zone. */
export function useToday(): LocalDate {
  const { format } = useWords();
  return parseLocalDate(format.isoDate(Date.now()));
}
