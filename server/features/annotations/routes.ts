import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { baselineShape, noteBody, noteShape } from '#contract/api/note-shapes.ts';
import { instantOut } from '#contract/api/shapes.ts';
import { dimensionsOf } from '#core/figures/figure-dimension.ts';
import { figureById } from '#core/figures/registry.ts';
import { momentIn } from '#core/periods/asked-period.ts';
import type { Instant } from '#core/time/instant.ts';
import { formatLocalDate, parseLocalDate } from '#core/time/local-date.ts';
import { zoneOf } from '#core/time/zone.ts';
import type { Database } from '#server/database/schema.ts';
import type { ReadHandlers, WriteHandlers } from '#server/platform/api/mount-routes.ts';
import { inTenant } from '#server/platform/database.ts';
import { HttpProblem, refuseIssues } from '#server/platform/problem.ts';
import { readBaselines, type StoredBaseline, setBaseline } from './baseline-store.ts';
import { addNote, type NewNote, readNotes, type StoredNote } from './note-store.ts';
import { type TakenBack, takeBack } from './taken-back.ts';

/** More notes than anybody reads in one picture. */
const MOST_NOTES = 500;

export function annotationReadHandlers({
  reports,
  reportingZone,
}: {
  readonly reports: Kysely<Database>;
  readonly reportingZone: string;
}): ReadHandlers<'listNotes' | 'listBaselines'> {
  return {
    listNotes: async ({ query, caller: { tenantId } }) => {
      const { figure, from, to, takenBack, asOf, timeZone } = query;
      const wanted = {
        figure,
        from: from === undefined ? undefined : parseLocalDate(from),
        to: to === undefined ? undefined : parseLocalDate(to),
        withTakenBack: takenBack === 'true',
        asOf: asOf === undefined ? undefined : momentIn(zoneOf(timeZone ?? reportingZone), asOf),
        limit: MOST_NOTES + 1,
      };
      const notes = await inTenant(reports, tenantId, (db) => readNotes(db, tenantId, wanted));
      return { body: { notes: notes.slice(-MOST_NOTES).map(noteOut), isCut: notes.length > MOST_NOTES } };
    },

    listBaselines: async ({ params, caller: { tenantId } }) => {
      const figure = params.id;
      const baselines = await inTenant(reports, tenantId, (db) => readBaselines(db, tenantId, { figure }));
      return { body: { baselines: baselines.map(baselineOut) } };
    },
  };
}

type Writes = WriteHandlers<'addNote' | 'takeBackNote' | 'setBaseline' | 'takeBackBaseline'>;

export function annotationWriteHandlers({ now }: { readonly now: () => Instant }): Writes {
  return {
    addNote: async ({ body, caller }, { db }) => {
      const written = await addNote(db, caller.tenantId, { note: noteAsked(body), by: caller.personId, at: now() });
      return { body: noteOut(written) };
    },

    takeBackNote: async ({ params: { note: id }, caller: { tenantId, personId: by } }, { db }) => {
      if ((await readNotes(db, tenantId, { id, withTakenBack: true })).length === 0) throw new HttpProblem('not_found');
      await takeBack(db, tenantId, { table: 'figure_note', id, by, at: now() });
      const [note] = await readNotes(db, tenantId, { id, withTakenBack: true });
      return { body: noteOut(note!) };
    },

    setBaseline: async ({ params, body, caller }, { db }) => {
      const baseline = { figure: params.id, from: parseLocalDate(body.from), reason: body.reason.trim() };
      const set = await setBaseline(db, caller.tenantId, { baseline, by: caller.personId, at: now() });
      return { body: baselineOut(set) };
    },

    takeBackBaseline: async ({ params, caller: { tenantId, personId: by } }, { db }) => {
      const wanted = { figure: params.id, id: params.baseline };
      if ((await readBaselines(db, tenantId, wanted)).length === 0) throw new HttpProblem('not_found');
      await takeBack(db, tenantId, { table: 'figure_baseline', id: wanted.id, by, at: now() });
      const [baseline] = await readBaselines(db, tenantId, wanted);
      return { body: baselineOut(baseline!) };
    },
  };
}

/** @throws HttpProblem for a value of what the figure cannot be split by. */
function noteAsked({ on, text, figure, split }: z.output<typeof noteBody>): NewNote {
  const own = figure === undefined ? null : dimensionsOf(figureById(figure)!.of);
  if (split && own && !own.includes(split.dimension)) {
    refuseIssues([{ in: 'body', pointer: '/split/dimension', code: 'not_allowed' }]);
  }
  return { on: parseLocalDate(on), text: text.trim(), figure: figure ?? null, split: split ?? null };
}

function noteOut({ on, writtenAt, takenBack, split, ...note }: StoredNote): z.input<typeof noteShape> {
  return {
    ...note,
    on: formatLocalDate(on),
    split: split as z.input<typeof noteShape>['split'],
    writtenAt: instantOut(writtenAt),
    takenBack: takenBackOut(takenBack),
  };
}

function baselineOut({ from, setAt, takenBack, ...baseline }: StoredBaseline): z.input<typeof baselineShape> {
  return {
    ...baseline,
    from: formatLocalDate(from),
    setAt: instantOut(setAt),
    takenBack: takenBackOut(takenBack),
  };
}

function takenBackOut(takenBack: TakenBack | null) {
  return takenBack && { at: instantOut(takenBack.at), by: takenBack.by };
}
