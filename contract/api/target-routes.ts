import { z } from 'zod';
import { figureParams } from './figure-shapes.ts';
import { route } from './route.ts';
import { dateText, nothing } from './shapes.ts';
import { targetBody, targetShape } from './target-shapes.ts';

const fewReopened = {
  figure: 'reopen_rate_pct',
  version: 1,
  value: 8,
  direction: 'at_most',
  owner: 'Service desk',
  validFrom: '2026-01-01',
  setAt: '2025-12-15T09:00:00Z',
  setBy: null,
} satisfies z.input<typeof targetShape>;

/** What was promised of figures. */
export const targetReadRoutes = {
  listTargets: route({
    method: 'GET',
    path: '/api/v1/targets',
    access: 'figures.read',
    group: 'figures',
    params: nothing,
    /** The day on which they are in force; left out: today. */
    query: z.strictObject({ on: dateText.optional() }),
    body: nothing,
    status: 200,
    answer: z.strictObject({ targets: z.array(targetShape) }),
    problems: [],
    example: { params: {}, query: { on: '2026-03-31' }, body: {}, answer: { targets: [fewReopened] } },
  }),
  listTargetVersions: route({
    method: 'GET',
    path: '/api/v1/figures/{id}/targets',
    access: 'figures.read',
    group: 'figures',
    params: figureParams,
    query: nothing,
    body: nothing,
    status: 200,
    /** All versions, the one set last first. */
    answer: z.strictObject({ versions: z.array(targetShape) }),
    problems: ['not_found'],
    example: {
      params: { id: 'reopen_rate_pct' },
      query: {},
      body: {},
      answer: { versions: [fewReopened] },
    },
  }),
} as const;

export const targetWriteRoutes = {
  setTarget: route({
    method: 'POST',
    path: '/api/v1/figures/{id}/targets',
    access: 'targets.set',
    group: 'figures',
    params: figureParams,
    query: nothing,
    body: targetBody,
    status: 201,
    answer: targetShape,
    problems: ['not_found'],
    example: {
      params: { id: 'reopen_rate_pct' },
      query: {},
      body: { value: 8, direction: 'at_most', owner: 'Service desk', validFrom: '2026-01-01' },
      answer: fewReopened,
    },
  }),
} as const;
