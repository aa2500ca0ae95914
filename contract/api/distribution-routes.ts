import { z } from 'zod';
import { reopenRate } from './example-figure.ts';
import { figureParams, figureQuery, figureShape } from './figure-shapes.ts';
import { route } from './route.ts';
import { instantAnswer, nothing } from './shapes.ts';

const value = z.number().nullable();
const count = z.number().int().min(0);

/** How long the facts of one period and one split value took; all numbers in the unit of the figure. */
export const distributionRow = z.strictObject({
  split: z.string().nullable(),
  from: instantAnswer,
  to: instantAnswer,
  n: count,
  /** Facts in each class, in the order of `bounds`; together they are `n`. */
  counts: z.array(count),
  median: value,
  p90: value,
  longest: value,
});

/** How durations are spread. */
export const distributionRoutes = {
  readDistribution: route({
    method: 'GET',
    path: '/api/v1/figures/{id}/distribution',
    access: 'figures.read',
    group: 'figures',
    params: figureParams,
    query: figureQuery.omit({ compare: true }),
    body: nothing,
    status: 200,
    answer: z.strictObject({
      figure: figureShape,
      asOf: instantAnswer,
      timeZone: z.string(),
      /** Lower bounds of the classes; the last one is open. None, and no rows, for a figure that is no time. */
      bounds: z.array(z.number()),
      rows: z.array(distributionRow),
    }),
    problems: ['not_found'],
    example: {
      params: { id: 'lead_time_hours' },
      query: { from: '2026-03-01', to: '2026-04-01' },
      body: {},
      answer: {
        figure: {
          ...reopenRate,
          id: 'lead_time_hours',
          name: 'Lead time',
          kind: 'duration',
          counts: 'resolution',
          unit: 'hours',
        },
        asOf: '2026-04-10T06:00:00Z',
        timeZone: 'Europe/Berlin',
        bounds: [0, 1, 2, 4, 8, 24, 48, 96, 168, 336, 720],
        rows: [
          {
            split: null,
            from: '2026-02-28T23:00:00Z',
            to: '2026-03-31T22:00:00Z',
            n: 40,
            counts: [4, 6, 8, 9, 7, 4, 1, 1, 0, 0, 0],
            median: 4.4,
            p90: 30.2,
            longest: 120.5,
          },
        ],
      },
    },
  }),
} as const;
