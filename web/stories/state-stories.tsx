import { useState } from 'react';
import { ApiProblem } from '#web/shell/api.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Part } from '#web/ui/part.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { StoryRow } from './story-row.tsx';
import { StorySection } from './story-section.tsx';

const reference = '3f2c9a5e-0d52-4c6f-9d0e-2f6a1b7c8d90';
const refused = new ApiProblem('permission_missing', { title: '', status: 403, issues: [], requestId: reference });
refused.missing = 'targets.set';
const silent = new ApiProblem('unreachable', { title: '', status: 0, issues: [], requestId: null });
const busy = new ApiProblem('overloaded', {
  title: 'Der Server hat gerade zu viel zu tun. Versuchen Sie es gleich noch einmal.',
  status: 503,
  issues: [],
  requestId: reference,
});
const nothing = (): void => undefined;

/** What stands where something is still coming, is not there, or went wrong. */
export function StateStories() {
  return (
    <StorySection title="Loading, empty, error, a part that breaks">
      <div className="story-rows">
        <StoryRow title="Loading (seen after 300 ms)">
          <Skeleton width={220} height={20} />
          <Skeleton width={220} height={48} />
        </StoryRow>
        <StoryRow title="Empty">
          <EmptyState title="Noch keine Vorgänge" action={<Button look="primary">Protokoll importieren</Button>}>
            <p>Sobald ein Protokoll importiert ist, stehen hier die Kennzahlen.</p>
          </EmptyState>
        </StoryRow>
        <StoryRow title="Error: no answer, too busy, not allowed">
          <ErrorState title="Diese Seite konnte nicht gezeigt werden." error={silent} onRetry={nothing} />
          <ErrorState title="Dieser Teil konnte nicht gezeigt werden." error={busy} onRetry={nothing} />
          <ErrorState title="Die Zusage wurde nicht gespeichert." error={refused} />
        </StoryRow>
        <StoryRow title="A part that breaks takes nothing along">
          <Part>
            <Breakable />
          </Part>
          <Button>Der Nachbar geht weiter</Button>
        </StoryRow>
      </div>
    </StorySection>
  );
}

function Breakable() {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) throw new Error('broken on purpose');
  return <Button onPress={() => setBroken(true)}>Diesen Teil zerbrechen</Button>;
}
