/**
 * Versions are stored with a class of how long they were known (`length_class`): under a quarter of an hour, an hour,
 * four, a day, 4, 20, 100 days, longer, and without an end. One that stands at an instant began at most the longest time
 * of its class before it.
 */
const LONGEST_SECONDS = [900, 3600, 14_400, 86_400, 345_600, 1_728_000, 8_640_000, null, null] as const;

/** Rows of a class and the instant since which its versions that stand at `point` can have begun. */
export function lengthClassesSql(point: string): string {
  const since = (longest: number | null): string =>
    longest === null ? "'-infinity'" : `${point} - interval '${longest} seconds'`;
  return LONGEST_SECONDS.map((longest, number) => `(${number}, ${since(longest)})`).join(', ');
}
