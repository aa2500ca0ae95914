/** What a caller may choose. */
export interface BenchOptions {
  /** Size of the generated world. */
  readonly tickets: number;
}

/** A measurement beside the limit that was measured in the same run. */
export interface Measured {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
}

export const RUNS = 3;

/** Prints a rate: the ratio says how many times the limit is faster. */
export function reportRate({ what, value, limit, unit }: Measured): void {
  report(what, [`${count(value)} ${unit}/s`, `limit ${count(limit)} ${unit}/s`, `ratio ${ratio(limit / value)}`]);
}

/** Prints a line of parts in columns. */
export function report(what: string, parts: readonly string[]): void {
  process.stdout.write(`  ${what.padEnd(34)} ${parts.map((part) => part.padStart(16)).join('  ')}\n`);
}

/** Prints a remark. */
export function hint(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}

export function ratio(value: number): string {
  return value < 10 ? value.toFixed(2) : count(value);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Milliseconds that `work` takes. */
export async function timed<Result>(work: () => Result | Promise<Result>): Promise<{ result: Result; ms: number }> {
  const began = performance.now();
  const result = await work();
  return { result, ms: performance.now() - began };
}

/** The median of some runs, the first of which warms up and does not count. */
export async function medianMs(work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push((await timed(work)).ms);
  return median(times);
}
