import { useQuery } from '@tanstack/react-query';
import { type Answer, askApi } from '#web/shell/api.ts';
import { useToday } from '#web/shell/today.ts';
import { type ListSearch, questionOf } from './list-search.ts';

/** What the figure itself answers to the question of the list; null until it has. The list must agree with it. */
export function useFigureAnswer(figure: string, search: ListSearch): Answer<'readFigure'>['rows'][number] | null {
  const query = questionOf(search, useToday());
  const { data } = useQuery({
    queryKey: ['figure-of-list', figure, query],
    queryFn: ({ signal }) => askApi('readFigure', { params: { id: figure }, query, signal }),
  });
  return data?.rows[0] ?? null;
}
