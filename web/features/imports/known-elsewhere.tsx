import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { SignLine } from '#web/ui/sign-line.tsx';
import type { KeptDraft } from './use-draft.ts';
import type { Report } from './use-imports.ts';

export interface KnownElsewhereProps {
  readonly report: Report;
  /** Given while another source can still be chosen. */
  readonly kept?: KeptDraft;
}

/** Tickets that another source knows already: of the same system they would count twice. Never in the way, never unseen. */
export function KnownElsewhere({ report, kept }: KnownElsewhereProps) {
  const { say } = useWords();
  return report.knownElsewhere.map(({ source, words }) => (
    <div key={source} role="alert" className="import-warning">
      <SignLine name="bad">{words}</SignLine>
      {kept === undefined || kept.draft.source === source ? null : (
        <Button onPress={() => kept.change({ ...kept.draft, source })}>
          {say('desk.import.source.choose', { source })}
        </Button>
      )}
    </div>
  ));
}
