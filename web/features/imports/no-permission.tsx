import { useSession } from '#web/shell/session.ts';
import { useWords } from '#web/shell/words.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHead } from '#web/ui/page-head.tsx';

/** For somebody who may not import: what is missing, who can grant it, and what to do until then. */
export function NoPermission() {
  const { say, sayLoosely } = useWords();
  const { role } = useSession();
  return (
    <>
      <PageHead title={say('desk.import.title.start')} below={say('desk.import.about')} />
      <div className="import-body">
        <EmptyState title={say('desk.import.denied.title')}>
          <p>{say('desk.import.denied.role', { role: sayLoosely(`desk.role.${role}`) ?? role })}</p>
          <p>{say('desk.import.denied.ask')}</p>
        </EmptyState>
      </div>
    </>
  );
}
