import { keepPreviousData, type QueryFunctionContext, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { ApiProblem, type Asked, sendApi } from '#web/shell/api.ts';
import { type FigureSearch, figureQueryOf } from '#web/shell/figure-search.ts';
import { queries } from '#web/shell/queries.ts';
import { useToday } from '#web/shell/today.ts';
import { useWords } from '#web/shell/words.tsx';
import { type Cockpit, linesIn, withLine } from './cockpit-lines.ts';

type CockpitQuery = NonNullable<Asked<'readCockpit'>['query']>;

/** The cockpit of a search. It grows while its lines come; the one before stays until the head of the new one is there. */
export function useCockpit(search: FigureSearch): UseQueryResult<Cockpit> {
  const { language } = useWords();
  const today = useToday();
  const { split: _, ...asked } = figureQueryOf(search, today);
  const query: CockpitQuery = { ...asked, compare: search.compare === 'none' ? 'none' : asked.compare };
  return useQuery({
    queryKey: ['cockpit', language, query] as const,
    queryFn: readCockpit,
    placeholderData: keepPreviousData,
  });
}

/** Asks for all figures anew; what is shown stays until its line comes. */
export function refreshCockpit(): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['cockpit'] });
}

async function readCockpit({
  queryKey,
  signal,
}: QueryFunctionContext<readonly ['cockpit', string, CockpitQuery]>): Promise<Cockpit> {
  const answer = await sendApi('readCockpit', { query: queryKey[2], signal });
  if (answer.body === null) throw cutOff(answer);
  const pieces = answer.body.pipeThrough(new TextDecoderStream());
  let cockpit = queries.getQueryData<Cockpit>(queryKey) ?? null;
  let isWhole = false;
  for await (const lines of linesIn(piecesOf(pieces))) {
    for (const line of lines) {
      cockpit = withLine(cockpit, line);
      isWhole = line.line === 'findings';
    }
    if (cockpit !== null) queries.setQueryData(queryKey, cockpit);
  }
  if (cockpit === null || !isWhole) throw cutOff(answer);
  return cockpit;
}

/** An answer without its last line: what has come stays visible. */
function cutOff({ headers }: Response): ApiProblem {
  return new ApiProblem('unreachable', {
    title: 'unreachable',
    status: 0,
    issues: [],
    requestId: headers.get('x-request-id'),
  });
}

/** Streams are not yet iterable in every browser. */
async function* piecesOf(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}
