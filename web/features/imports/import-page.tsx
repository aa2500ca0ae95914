import './import.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMay } from '#web/shell/session.ts';
import { useWords } from '#web/shell/words.tsx';
import { FailedPage } from '#web/ui/failed-page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ImportStart } from './import-start.tsx';
import { ImportSteps } from './import-steps.tsx';
import { NoPermission } from './no-permission.tsx';
import { useImport } from './use-imports.ts';

/** Brings in the log of another system: without an id the place to put a file, with one the steps of that import. */
export function ImportPage() {
  const { id } = useSearch({ from: '/admin/import' });
  const mayImport = useMay('imports.run');
  const navigate = useNavigate();
  const open = (next: string | null): void => {
    void navigate({ to: '/admin/import', search: next === null ? {} : { id: next } });
  };
  if (!mayImport) {
    return (
      <div className="import-page">
        <NoPermission />
      </div>
    );
  }
  return (
    <div className="import-page">
      {id === undefined ? <ImportStart onOpen={open} /> : <OpenImport key={id} id={id} />}
    </div>
  );
}

function OpenImport({ id }: { readonly id: string }) {
  const { say } = useWords();
  const { data, isError, error, refetch } = useImport(id);
  if (data) return <ImportSteps told={data} />;
  if (isError) return <FailedPage title={say('desk.problem.page')} error={error} onRetry={() => void refetch()} />;
  return (
    <div role="status" aria-label={say('desk.import.loading')}>
      <Skeleton width={360} height={28} />
      <Skeleton height={320} />
    </div>
  );
}
