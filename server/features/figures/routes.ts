import type { Kysely } from 'kysely';
import { z } from 'zod';
import { instantOut } from '#contract/api/shapes.ts';
import { figureBeside } from '#core/figures/beside.ts';
import { FIGURES } from '#core/figures/registry.ts';
import { type Instant, instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import type { ReadHandlers } from '#server/platform/api/mount-routes.ts';
import { questionDigest, readCursor, writeCursor } from '#server/platform/api/page-cursor.ts';
import { HttpProblem } from '#server/platform/problem.ts';
import type { WorkingDays } from '../calendars/index.ts';
import { askAndCompare } from './ask-figure.ts';
import { chartFigure } from './chart-figure.ts';
import { factListOut } from './fact-list-json.ts';
import { factList } from './facts-behind.ts';
import { answerOut, comparisonOut, figureOut, segmentedChartOut } from './figure-json.ts';
import { comparisonIn, figureAsked, type QuestionSettings, readChartQuestion, readQuestion } from './read-question.ts';
import { refuseTooManyRows } from './row-limit.ts';
import { tabAsked } from './tab-asked.ts';

/** What the routes of figures need of the installation. */
export interface FigureRouteOptions {
  readonly reports: Kysely<Database>;
  readonly reportingZone: string;
  readonly workingDays: WorkingDays;
  readonly now: () => Instant;
}

const DEFAULT_FACTS = 50;

/** Where a page of facts ended, and as of when it was asked. */
/** A moment of this page and the place in it; nobody but this server writes one, but anybody may send one. */
const LAST_SECOND = 253_402_300_799;
const placeShape = z.tuple([z.number().int().min(0).max(LAST_SECOND), z.string().max(500)]);

type Routes = ReadHandlers<'listFigures' | 'readFigure' | 'chartFigure' | 'listFacts'>;

export function figureHandlers({ reports, now, ...installation }: FigureRouteOptions): Routes {
  const settings = (): QuestionSettings => ({ ...installation, now: now() });
  return {
    listFigures: async ({ language }) => ({
      body: { figures: FIGURES.map((figure) => figureOut(figure, language)) },
    }),

    readFigure: async ({ params, query, caller, language }) => {
      const question = readQuestion(figureAsked(params.id), query, settings());
      const asked = { question, comparison: comparisonIn(question, query) };
      const { answers, comparison } = await askAndCompare(reports, caller.tenantId, asked).catch(refuseTooManyRows);
      return {
        body: {
          figure: figureOut(question.figure, language),
          asOf: instantOut(question.asOf),
          timeZone: question.zone.id,
          rows: answers.map(answerOut),
          comparison: comparison && query.compare ? comparisonOut(comparison, query.compare) : null,
        },
      };
    },

    chartFigure: async ({ params, query, caller, language }) => {
      const question = readChartQuestion(figureAsked(params.id), query, settings());
      const charts = await chartFigure(reports, caller.tenantId, question).catch(refuseTooManyRows);
      return {
        body: {
          figure: figureOut(question.figure, language),
          asOf: instantOut(question.asOf),
          timeZone: question.zone.id,
          by: question.granularity,
          charts: charts.map(segmentedChartOut),
        },
      };
    },

    listFacts: async ({ params, query, caller }) => {
      const { limit = DEFAULT_FACTS, cursor, ...asked } = query;
      const figure = figureAsked(params.id);
      const digest = questionDigest([params.id, asked]);
      const place = readCursor(cursor, digest, placeShape);
      const first = readQuestion(figure, asked, settings());
      // All pages see what the first one saw, so that nothing stands on two of them or on none.
      const question = place === null ? first : { ...first, asOf: instant(place[0]) };
      const request = { ...tabAsked(figure, asked), question, limit, after: place?.[1] ?? null };
      const list = await factList(reports, caller.tenantId, request).catch(refuseBadCursor);
      const shown = (request.beside && figureBeside(figure, request.beside)) || figure;
      return {
        body: {
          asOf: instantOut(question.asOf),
          timeZone: question.zone.id,
          ...factListOut(list, { figure: shown, edges: question.edges }),
          nextCursor: list.page.next === null ? null : writeCursor(digest, [question.asOf, list.page.next]),
        },
      };
    },
  };
}

function refuseBadCursor(error: unknown): never {
  if (!(error instanceof RangeError)) throw error;
  throw new HttpProblem('invalid_request', { issues: [{ in: 'query', pointer: '/cursor', code: 'malformed' }] });
}
