import { SignLine } from '#web/ui/sign-line.tsx';
import type { Import } from './use-imports.ts';

/** Why the last task failed, and what to do: the server says it in the person's language. */
export function FailureNote({ told }: { readonly told: Import }) {
  if (told.task?.state !== 'failed') return null;
  return (
    <div role="alert" className="import-failure">
      <SignLine name="bad">{told.task.failure}</SignLine>
    </div>
  );
}
