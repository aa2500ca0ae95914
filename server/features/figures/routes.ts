import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { figureQuery } from '#contract/api/figure-shapes.ts';
import { instantOut } from '#contract/api/shapes.ts';
import type { Figure } from '#core/figures/definition.ts';
import { FIGURES, figureById } from '#core/figures/registry.ts';
import type { Granularity } from '#core/periods/granularity.ts';
import { type Instant, instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import type { ReadHandlers } from '#server/platform/api/mount-routes.ts';
import { questionDigest, readCursor, writeCursor } from '#server/platform/api/page-cursor.ts';
import { HttpProblem } from '#server/platform/problem.ts';
import type { WorkingDays } from '../calendars/index.ts';
import { askFigure } from './ask-figure.ts';
import { compareFigure } from './compare-figure.ts';
import { factsBehind, factTabs } from './facts-behind.ts';
import { answerOut, comparisonOut, factOut, figureOut } from './figure-json.ts';
import type { FigureQuestion } from './figure-question.ts';
import { type AskedQuery, readQuestion } from './read-question.ts';

/** What the routes of figures need of the installation. */
export interface FigureRouteOptions {
  readonly reports: Kysely<Database>;
  readonly reportingZone: string;
  readonly workingDays: WorkingDays;
  readonly now: () => Instant;
}

const DEFAULT_FACTS = 50;

/** Where a page of facts ended, and as of when it was asked. */
const placeShape = z.tuple([z.number().int(), z.string().max(500)]);

type Routes = ReadHandlers<'listFigures' | 'readFigure' | 'listFacts'>;

export function figureHandlers(options: FigureRouteOptions): Routes {
  const { reports } = options;
  return {
    listFigures: async ({ language }) => ({
      body: { figures: FIGURES.map((figure) => figureOut(figure, language)) },
    }),

    readFigure: async ({ params, query, caller, language }) => {
      const { compare, ...asked } = query;
      const question = questionOf(figureOf(params.id), asked, options);
      const granularity = comparedBy(query);
      const answers = await askFigure(reports, caller.tenantId, question);
      const comparison =
        compare === undefined || granularity === null
          ? null
          : await compareFigure(reports, caller.tenantId, {
              ...question,
              granularity,
              anchor: (question.edges.at(-1)! - 1) as Instant,
              comparison: compare,
            });
      return {
        body: {
          figure: figureOut(question.figure, language),
          asOf: instantOut(question.asOf),
          timeZone: question.zone.id,
          rows: answers.map(answerOut),
          comparison: comparison && compare ? comparisonOut(comparison, compare) : null,
        },
      };
    },

    listFacts: async ({ params, query, caller }) => {
      const { tab = 'all', limit = DEFAULT_FACTS, cursor, ...asked } = query;
      const digest = questionDigest([params.id, tab, asked]);
      const place = readCursor(cursor, digest, placeShape);
      const first = questionOf(figureOf(params.id), asked, options);
      // All pages see what the first one saw, so that nothing stands on two of them or on none.
      const question = place === null ? first : { ...first, asOf: instant(place[0]) };
      const kind = tab === 'left_out' ? ({ kind: tab, reason: null } as const) : ({ kind: tab } as const);
      const request = { question, tab: kind, limit, after: place?.[1] ?? null };
      const page = await factsBehind(reports, caller.tenantId, request).catch(refuseBadCursor);
      return {
        body: {
          asOf: instantOut(question.asOf),
          timeZone: question.zone.id,
          tabs: place === null ? await tabsOf(reports, caller.tenantId, question) : null,
          rows: page.rows.map((fact) => factOut(fact, question)),
          nextCursor: page.next === null ? null : writeCursor(digest, [question.asOf, page.next]),
        },
      };
    },
  };
}

function figureOf(id: string): Figure {
  const figure = figureById(id);
  if (figure === undefined) throw new HttpProblem('not_found');
  return figure;
}

function questionOf(figure: Figure, asked: AskedQuery, options: FigureRouteOptions): FigureQuestion {
  const { reportingZone, workingDays, now } = options;
  const question = readQuestion(figure, asked, { reportingZone, workingDays, now: now() });
  if ('edges' in question) return question;
  throw new HttpProblem('invalid_request', { issues: question });
}

/** The length of the periods to compare; null when nothing is to be compared. */
function comparedBy({ compare, by }: Pick<z.output<typeof figureQuery>, 'compare' | 'by'>): Granularity | null {
  if (compare === undefined) return null;
  const issue = (pointer: string, code: 'compare_needs_by' | 'year_to_date_needs_years') =>
    new HttpProblem('invalid_request', { issues: [{ in: 'query', pointer, code }] });
  if (by === undefined) throw issue('/by', 'compare_needs_by');
  if (compare === 'ytd' && by !== 'year') throw issue('/compare', 'year_to_date_needs_years');
  return by;
}

async function tabsOf(db: Kysely<Database>, tenantId: string, question: FigureQuestion) {
  const { counted, leftOut, leftOutBy, undecided, immature } = await factTabs(db, tenantId, { question });
  return { counted, leftOut, leftOutBy: { ...leftOutBy }, undecided, immature };
}

function refuseBadCursor(error: unknown): never {
  if (!(error instanceof RangeError)) throw error;
  throw new HttpProblem('invalid_request', { issues: [{ in: 'query', pointer: '/cursor', code: 'malformed' }] });
}
