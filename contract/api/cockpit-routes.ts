import { cockpitLine, cockpitQuery, definitionAnswer, dimensionsAnswer } from './cockpit-shapes.ts';
import { reopenRate } from './example-figure.ts';
import { figureParams } from './figure-shapes.ts';
import { lineRoute, route } from './route.ts';
import { nothing } from './shapes.ts';

const nothingYet = { figures: 0, standOut: 0, kept: 0, missed: 0, open: 0, tooFew: 0 };

/** All figures of one period at once. */
export const cockpitLineRoutes = {
  readCockpit: lineRoute({
    path: '/api/v1/cockpit',
    access: 'figures.read',
    group: 'figures',
    params: nothing,
    query: cockpitQuery,
    line: cockpitLine,
    problems: [],
    example: {
      params: {},
      query: { from: '2026-03-01', to: '2026-04-01', by: 'month', compare: 'previous', timeZone: 'Europe/Berlin' },
      lines: [{ line: 'findings', findings: [], tally: nothingYet, groups: [] }],
    },
  }),
} as const;

export const cockpitReadRoutes = {
  listDimensions: route({
    method: 'GET',
    path: '/api/v1/dimensions',
    access: 'figures.read',
    group: 'figures',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    answer: dimensionsAnswer,
    problems: [],
    example: {
      params: {},
      query: {},
      body: {},
      answer: { dimensions: [{ dimension: 'team', values: [{ value: 'net', name: 'Network', tickets: 120 }] }] },
    },
  }),
  readDefinition: route({
    method: 'GET',
    path: '/api/v1/figures/{id}/definition',
    access: 'figures.read',
    group: 'figures',
    params: figureParams,
    query: nothing,
    body: nothing,
    status: 200,
    answer: definitionAnswer,
    problems: ['not_found'],
    example: {
      params: { id: 'reopen_rate_pct' },
      query: {},
      body: {},
      answer: {
        figure: reopenRate,
        formula: 'First resolutions followed by a reopening within 14 days, of all first resolutions.',
        cohort: 'Tickets, at their first resolution.',
        clock: 'Windows of 14 days of 24 hours.',
        leftOut: 'Spam, tests and merged duplicates.',
        undecided: null,
        interval: 'Wilson',
        chart: 'p chart',
        notThis: 'Not the share of tickets that were ever opened twice.',
        source: 'own',
      },
    },
  }),
} as const;
