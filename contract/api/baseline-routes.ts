import { z } from 'zod';
import { FIGURE_IDS, figureParams } from './figure-shapes.ts';
import { baselineBody, baselineShape } from './note-shapes.ts';
import { route } from './route.ts';
import { nothing } from './shapes.ts';

const stricter = {
  id: '0199a000-0000-7000-8000-000000000032',
  figure: 'resolution_sla_pct',
  from: '2026-03-01',
  reason: 'Shorter deadlines were agreed; the desk works to them since March.',
  setAt: '2026-07-01T08:00:00Z',
  setBy: 'Service desk',
  takenBack: null,
} satisfies z.input<typeof baselineShape>;

const group = 'figures';
const { figure: id, from, reason } = stricter;

/** Decisions that the limits of a figure begin anew, and why. */
export const baselineReadRoutes = {
  listBaselines: route({
    method: 'GET',
    path: '/api/v1/figures/{id}/baselines',
    access: 'figures.read',
    group,
    params: figureParams,
    query: nothing,
    body: nothing,
    status: 200,
    /** All of them, those taken back included; the one decided last first. */
    answer: z.strictObject({ baselines: z.array(baselineShape) }),
    problems: ['not_found'],
    example: { params: { id }, query: {}, body: {}, answer: { baselines: [stricter] } },
  }),
} as const;

export const baselineWriteRoutes = {
  setBaseline: route({
    method: 'POST',
    path: '/api/v1/figures/{id}/baselines',
    access: 'figures.annotate',
    group,
    params: figureParams,
    query: nothing,
    body: baselineBody,
    status: 201,
    answer: baselineShape,
    problems: ['not_found'],
    example: { params: { id }, query: {}, body: { from, reason }, answer: stricter },
  }),
  takeBackBaseline: route({
    method: 'POST',
    path: '/api/v1/figures/{id}/baselines/{baseline}/take-back',
    access: 'figures.annotate',
    group,
    params: z.strictObject({ id: z.enum(FIGURE_IDS), baseline: z.uuid() }),
    query: nothing,
    body: nothing,
    status: 200,
    answer: baselineShape,
    problems: ['not_found'],
    example: {
      params: { id, baseline: stricter.id },
      query: {},
      body: {},
      answer: { ...stricter, takenBack: { at: '2026-07-02T08:00:00Z', by: 'Service desk' } },
    },
  }),
} as const;
