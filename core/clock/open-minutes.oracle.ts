/** A calendar as the golden vectors write it. */
export interface WrittenCalendar {
  readonly tz: string;
  readonly weekly: Readonly<Record<string, readonly (readonly [start: string, end: string])[]>>;
  readonly holidays: readonly string[];
  readonly exceptions: readonly { readonly date: string; readonly windows: readonly (readonly [string, string])[] }[];
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const HALF_HOUR = 30;

/**
 * Open time as a list of minutes, each open or not, made by walking through local time. Knows no other file, so it can
 * contradict the calendar of the product. Instants are seconds of the epoch. Windows must not begin or end inside an
 * hour that a clock change skips or repeats.
 */
export class OpenMinutes {
  readonly #start: number;
  readonly #isOpen: boolean[] = [];
  /** Open minutes before each minute. */
  readonly #before: number[] = [0];

  /** `start` is a whole half hour. */
  constructor(calendar: WrittenCalendar, start: number, days: number) {
    this.#start = start;
    for (let half = 0; half < days * 48; half += 1) {
      const instant = Temporal.Instant.fromEpochMilliseconds((start + half * HALF_HOUR * 60) * 1000);
      const local = instant.toZonedDateTimeISO(calendar.tz);
      const isOpenAt = minutesOf(calendar, local.toPlainDate().toString(), local.dayOfWeek - 1);
      for (let minute = 0; minute < HALF_HOUR; minute += 1) {
        const isOpen = isOpenAt(local.hour * 60 + local.minute + minute);
        this.#isOpen.push(isOpen);
        this.#before.push(this.#before.at(-1)! + (isOpen ? 1 : 0));
      }
    }
  }

  /** Whether the second that begins at `at` is open. */
  isOpen(at: number): boolean {
    const minute = Math.floor((at - this.#start) / 60);
    if (minute < 0 || minute >= this.#isOpen.length) throw new RangeError(`not laid out: ${at}`);
    return this.#isOpen[minute]!;
  }

  /** Open seconds in [from, to). */
  between(from: number, to: number): number {
    return to <= from ? 0 : this.#until(to) - this.#until(from);
  }

  /** The earliest instant from `from` on by which `seconds` open ones have passed; null when they never have. */
  after(from: number, seconds: number): number | null {
    if (seconds <= 0) return from;
    const wanted = this.#until(from) + seconds;
    let low = Math.floor((from - this.#start) / 60);
    let high = this.#isOpen.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#before[middle + 1]! * 60 >= wanted) high = middle;
      else low = middle + 1;
    }
    return low === this.#isOpen.length ? null : this.#start + low * 60 + (wanted - this.#before[low]! * 60);
  }

  /** The next instant after `from` at which it opens or closes; null when there is none. */
  nextChange(from: number): number | null {
    let minute = Math.floor((from - this.#start) / 60);
    const isOpen = this.#isOpen[minute];
    while (minute < this.#isOpen.length && this.#isOpen[minute] === isOpen) minute += 1;
    return minute < this.#isOpen.length ? this.#start + minute * 60 : null;
  }

  #until(at: number): number {
    const minute = Math.floor((at - this.#start) / 60);
    const whole = this.#before[minute];
    if (whole === undefined) throw new RangeError(`not laid out: ${at}`);
    return whole * 60 + (this.#isOpen[minute] ? (at - this.#start) % 60 : 0);
  }
}

function minutesOf(calendar: WrittenCalendar, date: string, weekday: number): (minute: number) => boolean {
  const exception = calendar.exceptions.find((candidate) => candidate.date === date);
  if (exception) return (minute) => exception.windows.some(([start, end]) => isWithin(minute, start, end));
  if (calendar.holidays.includes(date)) return () => false;
  const today = calendar.weekly[WEEKDAYS[weekday]!] ?? [];
  const yesterday = calendar.weekly[WEEKDAYS[(weekday + 6) % 7]!] ?? [];
  return (minute) =>
    today.some(([start, end]) => isWithin(minute, start, end > start ? end : '24:00')) ||
    yesterday.some(([start, end]) => end <= start && isWithin(minute, '00:00', end));
}

function isWithin(minute: number, start: string, end: string): boolean {
  return minute >= minutesInto(start) && minute < minutesInto(end);
}

function minutesInto(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
