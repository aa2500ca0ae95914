import { useQuery } from '@tanstack/react-query';
import { askApi } from '#web/shell/api.ts';
import { useWords } from '#web/shell/words.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHead } from '#web/ui/page-head.tsx';

/** The figures of the desk. */
export function CockpitPage() {
  const { say } = useWords();
  const figures = useQuery({
    queryKey: ['figures'],
    queryFn: ({ signal }) => askApi('listFigures', { signal }),
  });
  if (figures.isError) {
    return <ErrorState title={say('desk.problem.page')} error={figures.error} onRetry={() => figures.refetch()} />;
  }
  return (
    <>
      <PageHead title={say('desk.nav.cockpit')} />
      <ul>
        {figures.data?.figures.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </>
  );
}
