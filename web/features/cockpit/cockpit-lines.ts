import type { z } from 'zod';
import type { cockpitFailure, cockpitFindings, cockpitHead, cockpitTile } from '#contract/api/cockpit-shapes.ts';

/*
 * The cockpit as it comes line by line: each line makes a fuller cockpit of the one before it.
 */

export type CockpitHead = z.output<typeof cockpitHead>;
export type Tile = z.output<typeof cockpitTile>;
export type TileFailure = z.output<typeof cockpitFailure>;
export type Findings = z.output<typeof cockpitFindings>;
export type Finding = Findings['findings'][number];
export type TileSignal = NonNullable<Tile['signal']>;
export type CockpitGroup = CockpitHead['groups'][number];
/** A figure as the API tells it. */
export type TileFigure = CockpitGroup['figures'][number];
export type CockpitLine = CockpitHead | Tile | TileFailure | Findings;

export interface Cockpit {
  readonly head: CockpitHead;
  readonly tiles: Readonly<Record<string, Tile>>;
  readonly failures: Readonly<Record<string, TileFailure>>;
  /** Null until the last line is there. */
  readonly findings: Findings | null;
}

/**
 * The cockpit with one line more. A head begins a new one; when it asks what the one before asked, what was known of it
 * stays until its own line comes.
 * @throws Error for a line that comes before a head.
 */
export function withLine(cockpit: Cockpit | null, line: CockpitLine): Cockpit {
  if (line.line === 'head')
    return cockpit ? { ...cockpit, head: line } : { head: line, tiles: {}, failures: {}, findings: null };
  if (cockpit === null) throw new Error('a line came before the head of its cockpit');
  switch (line.line) {
    case 'tile': {
      const { [line.figure]: _, ...failures } = cockpit.failures;
      return { ...cockpit, failures, tiles: { ...cockpit.tiles, [line.figure]: line } };
    }
    case 'failure':
      return { ...cockpit, failures: { ...cockpit.failures, [line.figure]: line } };
    case 'findings':
      return { ...cockpit, findings: line };
  }
}

/** A cockpit that nothing more will come of: what has not come has failed, for no reason of its own. */
export function cutOff(cockpit: Cockpit): Cockpit {
  const missing = figuresOf(cockpit.head).filter(({ id }) => !(id in cockpit.tiles) && !(id in cockpit.failures));
  const failures = missing.map(
    ({ id }): TileFailure => ({ line: 'failure', figure: id, code: 'unavailable', title: '' }),
  );
  const byFigure = Object.fromEntries(failures.map((failure) => [failure.figure, failure]));
  return { ...cockpit, failures: { ...cockpit.failures, ...byFigure } };
}

/** The lines in pieces of text, each once all of it has come. What follows the last line feed is no line. */
export async function* linesIn(pieces: AsyncIterable<string>): AsyncGenerator<CockpitLine[]> {
  let rest = '';
  for await (const piece of pieces) {
    const parts = (rest + piece).split('\n');
    rest = parts.pop() ?? '';
    const lines = parts.filter((part) => part !== '').map((part) => JSON.parse(part) as CockpitLine);
    if (lines.length > 0) yield lines;
  }
}

/** All figures of a head, in the order of the page. */
export function figuresOf({ groups }: Pick<CockpitHead, 'groups'>): readonly TileFigure[] {
  return groups.flatMap(({ figures }) => figures);
}
