import { z } from 'zod';
import { FIGURE_IDS } from './figure-shapes.ts';
import { noteBody, noteShape } from './note-shapes.ts';
import { route } from './route.ts';
import { dateText, moment, nothing, timeZone } from './shapes.ts';

const params = z.strictObject({ note: z.uuid() });

const migration = {
  id: '0199a000-0000-7000-8000-000000000031',
  on: '2026-06-01',
  text: 'Mail moved to the new system',
  figure: null,
  split: { dimension: 'service', value: 'mail' },
  writtenAt: '2026-06-02T08:00:00Z',
  writtenBy: 'Service desk',
  takenBack: null,
} satisfies z.input<typeof noteShape>;

const group = 'figures';

/** Notes on dates: what people know of a figure and no event tells. */
export const noteReadRoutes = {
  listNotes: route({
    method: 'GET',
    path: '/api/v1/notes',
    access: 'figures.read',
    group,
    params: nothing,
    query: z.strictObject({
      /** The notes of this figure and those for all. */
      figure: z.enum(FIGURE_IDS).optional(),
      from: dateText.optional(),
      /** The first day after. */
      to: dateText.optional(),
      /** Also those that were taken back. */
      takenBack: z.enum(['true', 'false']).optional(),
      /** As they were known then: those written before, and not yet taken back. Left out: now. */
      asOf: moment.optional(),
      timeZone: timeZone.optional(),
    }),
    body: nothing,
    status: 200,
    /** By day, then as they were written; of very many the latest days. */
    answer: z.strictObject({ notes: z.array(noteShape), isCut: z.boolean() }),
    problems: [],
    example: {
      params: {},
      query: { figure: 'resolution_sla_pct', from: '2026-06-01', to: '2026-07-01' },
      body: {},
      answer: { notes: [migration], isCut: false },
    },
  }),
} as const;

export const noteWriteRoutes = {
  addNote: route({
    method: 'POST',
    path: '/api/v1/notes',
    access: 'figures.annotate',
    group,
    params: nothing,
    query: nothing,
    body: noteBody,
    status: 201,
    answer: noteShape,
    problems: [],
    example: {
      params: {},
      query: {},
      body: { on: migration.on, text: migration.text, split: migration.split },
      answer: migration,
    },
  }),
  takeBackNote: route({
    method: 'POST',
    path: '/api/v1/notes/{note}/take-back',
    access: 'figures.annotate',
    group,
    params,
    query: nothing,
    body: nothing,
    status: 200,
    answer: noteShape,
    problems: ['not_found'],
    example: {
      params: { note: migration.id },
      query: {},
      body: {},
      answer: { ...migration, takenBack: { at: '2026-06-03T08:00:00Z', by: 'Service desk' } },
    },
  }),
} as const;
