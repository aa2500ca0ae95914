import { z } from 'zod';
import { DIFFERENCE_CAUSES, FACT_CHANGES } from '#core/figures/difference.ts';
import { reopenRate } from './example-figure.ts';
import { figureParams, figureQuery, figureRow, figureShape } from './figure-shapes.ts';
import { route } from './route.ts';
import { countText, cursorText, instantAnswer, moment, nothing } from './shapes.ts';

/** More changed facts than anybody reads at once; the next page has more. */
const MOST_CHANGES = 500;

const text = z.string().nullable();
const change = z.enum(FACT_CHANGES);
const cause = z.enum(DIFFERENCE_CAUSES);
const cell = { split: text, from: instantAnswer, to: instantAnswer };

/** One fact as one of the two answers sees it; null when it is not in the period at all. */
const factSeen = z
  .strictObject({
    /** Why it is left out; null when it counts. */
    reason: text,
    success: z.boolean().nullable(),
    /** What it adds to the sum of the figure, durations in seconds; null for figures that only count. */
    amount: z.number().nullable(),
  })
  .nullable();

/** Facts of one period and one split value that changed in the same way for the same cause. */
export const differenceGroup = z.strictObject({
  ...cell,
  change,
  cause,
  facts: z.number().int().min(1),
  /** What they add to `n`, to the successes of a share, and to the sums of a sum, a duration, a mean or a quotient. */
  counted: z.number().int(),
  successes: z.number().int(),
  amount: z.number(),
  base: z.number(),
});

export const changedFact = z.strictObject({
  ...cell,
  ticket: z.number().int(),
  subject: text,
  change,
  cause,
  /** When it happened; null when only time passed. */
  at: instantAnswer.nullable(),
  before: factSeen,
  after: factSeen,
});

const april = { from: '2026-03-31T22:00:00Z', to: '2026-04-30T22:00:00Z' };

/** How a figure of a past period reads today, and why. */
export const differenceRoutes = {
  listDifferences: route({
    method: 'GET',
    path: '/api/v1/figures/{id}/differences',
    access: 'figures.read',
    group: 'figures',
    params: figureParams,
    query: figureQuery.omit({ compare: true }).extend({
      asOf: moment,
      /** Left out: now. */
      asOf2: moment.optional(),
      limit: countText(MOST_CHANGES).optional(),
      cursor: cursorText.optional(),
    }),
    body: nothing,
    status: 200,
    answer: z.strictObject({
      figure: figureShape,
      timeZone: z.string(),
      asOf: instantAnswer,
      /** The same on every page: the cursor keeps it. */
      asOf2: instantAnswer,
      /** Told on the first page. */
      summary: z
        .strictObject({
          /** Null where one of the two knows no such split value. */
          rows: z.array(z.strictObject({ ...cell, before: figureRow.nullable(), after: figureRow.nullable() })),
          /** Before, plus all of these, is after. */
          groups: z.array(differenceGroup),
        })
        .nullable(),
      /** By period, then by ticket. */
      facts: z.array(changedFact),
      nextCursor: text,
    }),
    problems: ['not_found'],
    example: {
      params: { id: 'reopen_rate_pct' },
      query: { from: '2026-04-01', to: '2026-05-01', asOf: '2026-05-02' },
      body: {},
      answer: {
        figure: reopenRate,
        timeZone: 'Europe/Berlin',
        asOf: '2026-05-01T22:00:00Z',
        asOf2: '2026-07-01T08:00:00Z',
        summary: {
          rows: [],
          groups: [
            {
              split: null,
              ...april,
              change: 'won',
              cause: 'reopened',
              facts: 1,
              counted: 0,
              successes: 1,
              amount: 0,
              base: 0,
            },
          ],
        },
        facts: [
          {
            split: null,
            ...april,
            ticket: 118,
            subject: 'Printer prints nothing',
            change: 'won',
            cause: 'reopened',
            at: '2026-05-04T07:12:00Z',
            before: { reason: null, success: false, amount: null },
            after: { reason: null, success: true, amount: null },
          },
        ],
        nextCursor: null,
      },
    },
  }),
} as const;
