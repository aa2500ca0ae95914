import { openApi } from '#contract/api/openapi.ts';
import { routes } from '#contract/api/routes.ts';
import { problemTitle } from '#server/platform/problem.ts';
import { say, sayLoosely, type TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';

/** The version of the API, not of the program: it changes when a client would have to. */
const API_VERSION = '1.0.0';

/** The OpenAPI description in a language. */
export function apiDescription(language: Language): object {
  const words = {
    title: say(language, 'api.title'),
    about: say(language, 'api.about'),
    token: say(language, 'api.token'),
    idempotencyKey: say(language, 'api.idempotencyKey'),
    ifMatch: say(language, 'api.ifMatch'),
    summaryOf: (id: string) => sayLoosely(language, `api.route.${id}` as TextKey, {}),
    problemOf: (code: Parameters<typeof problemTitle>[0]) => problemTitle(code, language),
  };
  return openApi(routes, words, API_VERSION);
}
