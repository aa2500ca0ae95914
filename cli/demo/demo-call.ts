import { parseArgs } from 'node:util';
import { type LocalDate, localDate, parseLocalDate } from '#core/time/local-date.ts';
import { Failure } from '#server/platform/failure.ts';

/** What `kundig demo` was asked. What was left out is undefined: then any world that is there will do. */
export interface DemoCall {
  readonly today: LocalDate | undefined;
  readonly seed: number | undefined;
  readonly data: string;
  readonly isFresh: boolean;
}

export const DEFAULT_SEED = 1;
const DEFAULT_FOLDER = './data-demo';
/** The calendars know holidays from 1990 on, and a world begins more than a year before its end. */
const EARLIEST = localDate(1992, 1, 1);
const LARGEST_SEED = 2_147_483_647;

/** Reads the arguments; `present` is the date it really is, after which nothing can have happened. */
export function readDemoCall(args: readonly string[], present: LocalDate): DemoCall {
  const values = parse(args);
  return {
    today: values.today === undefined ? undefined : readDate(values.today, present),
    seed: values.seed === undefined ? undefined : readSeed(values.seed),
    data: values.data || DEFAULT_FOLDER,
    isFresh: values.fresh ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        today: { type: 'string' },
        seed: { type: 'string' },
        data: { type: 'string' },
        fresh: { type: 'boolean' },
      },
    }).values;
  } catch {
    throw new Failure('failure.demoUsage');
  }
}

function readDate(text: string, present: LocalDate): LocalDate {
  let date: LocalDate;
  try {
    date = parseLocalDate(text);
  } catch {
    throw new Failure('failure.demoToday', { value: text.slice(0, 40) });
  }
  if (date < EARLIEST || date > present) throw new Failure('failure.demoToday', { value: text });
  return date;
}

function readSeed(text: string): number {
  const seed = Number(text);
  if (!/^\d{1,10}$/.test(text) || seed > LARGEST_SEED) throw new Failure('failure.demoUsage');
  return seed;
}
