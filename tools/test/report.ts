/** What a run counted. */
export interface Tally {
  passed: number;
  failed: number;
  /** The names of skipped tests by the reason of the skip. */
  readonly skipped: Map<string, string[]>;
}

type Events = Pick<NodeJS.EventEmitter, 'on'>;

/** Counts what a run reports, for the closing lines. */
export function tallyOf(stream: Events): Tally {
  const tally: Tally = { passed: 0, failed: 0, skipped: new Map() };
  stream.on('test:summary', ({ file, counts }: { file?: string; counts: Record<string, number> }) => {
    // One summary a file, and one of them all.
    if (file !== undefined) return;
    const { tests = 0, passed = 0, skipped = 0, todo = 0 } = counts;
    tally.passed = passed;
    tally.failed = tests - passed - skipped - todo;
  });
  stream.on('test:pass', ({ name, skip }: { name: string; skip?: string | boolean }) => {
    if (skip === undefined || skip === false) return;
    const reason = typeof skip === 'string' ? skip : '';
    tally.skipped.set(reason, [...(tally.skipped.get(reason) ?? []), name]);
  });
  return tally;
}

/** The closing lines: what was skipped and why, then the counts alone on the last line. */
export function closingLines({ passed, failed, skipped }: Tally): string {
  const lines = [...skipped].flatMap(([reason, names]) => [
    `skipped: ${reason}`,
    ...names.map((name) => `  - ${name}`),
  ]);
  return [...lines, `${passed} passed, ${failed} failed`, ''].join('\n');
}
