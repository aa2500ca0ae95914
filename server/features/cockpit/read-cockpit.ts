import type { z } from 'zod';
import type { cockpitHead, cockpitLine } from '#contract/api/cockpit-shapes.ts';
import { instantOut } from '#contract/api/shapes.ts';
import { COCKPIT_GROUPS } from '#core/figures/cockpit-groups.ts';
import type { JudgedTile } from '#core/figures/findings.ts';
import { versionOn } from '#core/figures/target.ts';
import { comparisonWindows, recordedReference } from '#core/periods/comparison.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Interval } from '#core/time/interval.ts';
import { addDays } from '#core/time/local-date.ts';
import { localDateAt } from '#core/time/zone.ts';
import { problemOfError, problemTitle } from '#server/platform/problem.ts';
import type { Language } from '#text/language.ts';
import { figureOut, readFirstEventAt, readLastEventAt, report, type TileQuestion } from '../figures/index.ts';
import type { CockpitQuestion } from './cockpit-question.ts';
import { type AskingSurroundings, findingsLine } from './findings-line.ts';
import { type MadeTile, makeTiles } from './make-tile.ts';
import { readTargets, type StoredTarget } from './target-store.ts';

type Line = z.input<typeof cockpitLine>;

/** What a cockpit is read with. */
export interface CockpitSurroundings extends AskingSurroundings {
  readonly language: Language;
  /** Whoever asked has gone: nothing further is begun. */
  readonly gone: AbortSignal;
}

/**
 * The cockpit line by line: its head, each tile as soon as it is computed, and what stands out. Figures that count the
 * same facts are computed together. Where that fails each of them has a line that says so; the others are told.
 */
export async function* readCockpit(
  tenantId: string,
  cockpit: CockpitQuestion,
  surroundings: CockpitSurroundings,
): AsyncGenerator<Line> {
  const { reports, turns, language, gone, onFailure } = surroundings;
  const { head, targets } = await readHead(tenantId, cockpit, surroundings);
  yield head;
  const judged = new Map<string, JudgedTile>();
  const running = new Map<string, Promise<Made>>();
  for (const [kind, tiles] of readTogether(cockpit)) {
    const requests = tiles.map((asked) => ({ asked, target: targetOf(targets, asked.question.figure.id, cockpit) }));
    const made = turns(async () => {
      gone.throwIfAborted();
      return makeTiles(reports, tenantId, requests);
    });
    running.set(kind, settled({ kind, tiles }, made));
  }
  while (running.size > 0) {
    const made = await Promise.race(running.values());
    running.delete(made.of.kind);
    for (const [index, { question }] of made.of.tiles.entries()) {
      if (gone.aborted) break;
      const { id } = question.figure;
      if ('error' in made) {
        onFailure(made.error, id);
        const { code } = problemOfError(made.error);
        yield { line: 'failure', figure: id, code, title: problemTitle(code, language) };
      } else {
        const tile = made.tiles[index]!;
        judged.set(id, tile.judged);
        yield tile.line;
      }
    }
  }
  if (!gone.aborted) yield await findingsLine(tenantId, { cockpit, judged }, surroundings);
}

/** Tiles whose figures count the same facts. */
interface Together {
  readonly kind: string;
  readonly tiles: readonly TileQuestion[];
}

/** The tiles by the facts that they count, in the order of the first of each. */
function readTogether({ tiles }: CockpitQuestion): Map<string, TileQuestion[]> {
  return Map.groupBy(tiles, ({ question }) => question.figure.of);
}

type Made =
  | { readonly of: Together; readonly tiles: readonly MadeTile[] }
  | { readonly of: Together; readonly error: unknown };

async function settled(of: Together, made: Promise<MadeTile[]>): Promise<Made> {
  try {
    return { of, tiles: await made };
  } catch (error) {
    return { of, error };
  }
}

async function readHead(
  tenantId: string,
  cockpit: CockpitQuestion,
  { reports, language }: CockpitSurroundings,
): Promise<{ readonly head: z.input<typeof cockpitHead>; readonly targets: readonly StoredTarget[] }> {
  const { zone, asOf, window, granularity, period, chartedFrom } = cockpit;
  return report(reports, tenantId, async (db) => {
    const firstAt = await readFirstEventAt(db, tenantId);
    const lastAt = await readLastEventAt(db, tenantId);
    const head = {
      line: 'head',
      period: spanOut(window),
      by: granularity,
      isWhole: period !== null,
      isRunning: asOf < window.end,
      charted: spanOut({ start: chartedFrom, end: window.end }),
      comparison: comparisonOf(cockpit, firstAt),
      asOf: instantOut(asOf),
      timeZone: zone.id,
      groups: COCKPIT_GROUPS.map(({ id, figures, awaits }) => ({
        id,
        figures: figures.map((figure) => figureOut(figure, language)),
        awaits,
      })),
      firstAt: firstAt && instantOut(firstAt),
      lastAt: lastAt && instantOut(lastAt),
    } as const;
    return { head, targets: await readTargets(db, tenantId) };
  });
}

/** The windows that all figures compare; a reference without records from its beginning on is none. */
function comparisonOf(
  { tiles, comparison: kind }: CockpitQuestion,
  firstAt: Instant | null,
): z.input<typeof cockpitHead>['comparison'] {
  const asked = tiles[0]?.comparison;
  const windows = asked ? comparisonWindows(asked) : null;
  if (kind === null || windows?.kind !== 'windows') return null;
  const { current, reference, isPartial } = windows;
  if (current.start >= current.end) return null;
  const recorded = firstAt === null ? null : recordedReference(reference, firstAt);
  return { kind, isPartial, current: spanOut(current), reference: recorded && spanOut(recorded) };
}

function spanOut({ start, end }: Interval): { readonly from: string; readonly to: string } {
  return { from: instantOut(start), to: instantOut(end) };
}

/** The target of a figure that counts on the last day of the period. */
function targetOf(
  targets: readonly StoredTarget[],
  figure: string,
  { zone, window }: CockpitQuestion,
): StoredTarget | null {
  const lastDay = addDays(localDateAt(zone, window.end), -1);
  return versionOn(
    targets.filter((target) => target.figure === figure),
    lastDay,
  );
}
