import './tickets-behind-page.css';
import { getRouteApi } from '@tanstack/react-router';
import { useFigures } from '#web/shell/figure-queries.ts';
import { useWords } from '#web/shell/words.tsx';
import { FailedPage } from '#web/ui/failed-page.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { TicketList } from './ticket-list.tsx';

const route = getRouteApi('/q/$figure');

/** The tickets behind a number: as many rows as the number says, each with its reason to be there or not. */
export function TicketsBehindPage() {
  const { figure: id } = route.useParams();
  const search = route.useSearch();
  const { say } = useWords();
  const figures = useFigures();
  if (figures.isError) {
    return <FailedPage title={say('desk.list.problem')} error={figures.error} onRetry={() => void figures.refetch()} />;
  }
  if (!figures.data) return <Skeleton height={400} />;
  const figure = figures.data.figures.find((one) => one.id === id);
  if (!figure) {
    return (
      <>
        <PageHead title={say('desk.list.noFigure')} />
        <p>{say('desk.list.noFigureText')}</p>
      </>
    );
  }
  return <TicketList figure={figure} search={search} />;
}
