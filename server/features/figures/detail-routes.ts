import { z } from 'zod';
import { instantOut } from '#contract/api/shapes.ts';
import { classBoundsOf, withClasses } from '#core/figures/distribution.ts';
import { askedAsOf, momentIn } from '#core/periods/asked-period.ts';
import { instant } from '#core/time/instant.ts';
import type { ReadHandlers } from '#server/platform/api/mount-routes.ts';
import { questionDigest, readCursor, writeCursor } from '#server/platform/api/page-cursor.ts';
import { refuseIssues } from '#server/platform/problem.ts';
import { askFigure } from './ask-figure.ts';
import { differencesOut } from './difference-json.ts';
import { figureDifferences } from './differences.ts';
import { figureOut } from './figure-json.ts';
import { figureAsked, type QuestionSettings, readQuestion } from './read-question.ts';
import type { FigureRouteOptions } from './routes.ts';
import { refuseTooManyRows } from './row-limit.ts';

const DEFAULT_CHANGES = 50;
const LAST_SECOND = 253_402_300_799;
/** The later instant of the first page, and where the page ended. */
const placeShape = z.tuple([
  z.number().int().min(0).max(LAST_SECOND),
  z.tuple([
    z.number().int().min(0).max(10_000),
    z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
    z.string().max(200),
    z.string().max(200).nullable(),
  ]),
]);

/** What a figure was known to be, and how its durations are spread. */
export function figureDetailHandlers({
  reports,
  now,
  ...installation
}: FigureRouteOptions): ReadHandlers<'listDifferences' | 'readDistribution'> {
  const settings = (): QuestionSettings => ({ ...installation, now: now() });
  return {
    listDifferences: async ({ params, query, caller, language }) => {
      const { limit = DEFAULT_CHANGES, cursor, asOf2, ...asked } = query;
      const question = readQuestion(figureAsked(params.id), asked, settings());
      const digest = questionDigest([params.id, asked, asOf2]);
      const place = readCursor(cursor, digest, placeShape);
      const later = askedAsOf(asOf2 === undefined ? undefined : momentIn(question.zone, asOf2), now());
      const laterAsOf = place === null ? later : instant(place[0]);
      if (laterAsOf < question.asOf) refuseIssues([{ in: 'query', pointer: '/asOf2', code: 'not_after_from' }]);
      const differing = { ...question, laterAsOf };
      const page = { question: differing, limit, place: place?.[1] ?? null };
      const found = await figureDifferences(reports, caller.tenantId, page).catch(refuseTooManyRows);
      return {
        body: {
          figure: figureOut(question.figure, language),
          timeZone: question.zone.id,
          asOf: instantOut(question.asOf),
          asOf2: instantOut(laterAsOf),
          ...differencesOut(found, differing),
          nextCursor: found.next === null ? null : writeCursor(digest, [laterAsOf, found.next]),
        },
      };
    },

    readDistribution: async ({ params, query, caller, language }) => {
      const figure = figureAsked(params.id);
      const question = readQuestion(figure, query, settings());
      const isDuration = figure.kind === 'duration';
      const asked = isDuration ? { ...question, figure: withClasses(figure) } : null;
      const answers = asked && (await askFigure(reports, caller.tenantId, asked).catch(refuseTooManyRows));
      return {
        body: {
          figure: figureOut(figure, language),
          asOf: instantOut(question.asOf),
          timeZone: question.zone.id,
          bounds: isDuration ? [...classBoundsOf(figure)] : [],
          rows: (answers ?? []).map(({ split, from, to, n, duration }) => ({
            split,
            from: instantOut(from),
            to: instantOut(to),
            n,
            counts: [...duration!.classes!],
            median: duration!.median,
            p90: duration!.p90,
            longest: duration!.longest,
          })),
        },
      };
    },
  };
}
