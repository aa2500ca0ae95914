import type { ClockKind } from '../ticket/event.ts';
import { berlin, type Line, reading, story } from '../ticket/story.oracle.ts';
import type { ClockReading } from './reading.ts';

/** What one clock must show at an instant; instants in Berlin time. */
type Shown = Partial<Omit<ClockReading, 'dueAt' | 'breachedAt'>> & {
  readonly dueAt?: string | null;
  readonly breachedAt?: string | null;
};

/** A bug that a real product had, as the story in which it showed and what our clocks show instead. */
export interface Lesson {
  readonly name: string;
  readonly story: readonly Line[];
  readonly shows: readonly (readonly [when: string, clock: ClockKind, shown: Shown])[];
}

/** The fields that a clock shows otherwise, each with the instant and what it shows. */
export function mistakes(lesson: Lesson): string[] {
  const events = story(...lesson.story);
  return lesson.shows.flatMap(([when, clock, shown]) => {
    const got = reading(events, clock, berlin(when));
    return Object.entries(shown).flatMap(([field, said]) => {
      const isInstant = (field === 'dueAt' || field === 'breachedAt') && typeof said === 'string';
      const expected = isInstant ? berlin(said) : said;
      const found = got[field as keyof ClockReading];
      return found === expected ? [] : [`${when} ${clock} ${field}: ${found} instead of ${expected}`];
    });
  });
}
