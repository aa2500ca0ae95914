import { addressOf } from '#web/shell/api.ts';
import { useWords } from '#web/shell/words.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { TextLink } from '#web/ui/text-link.tsx';
import type { Import, Report } from './use-imports.ts';

/** How many rows are left out and why so many; null when none are. */
export function RejectedNote({ told, report }: { readonly told: Import; readonly report: Report }) {
  const { say, format } = useWords();
  const rejected = report.rowCounts?.rejected ?? 0;
  if (rejected === 0) return null;
  const siblings = rejected - report.unreadableRows;
  const counts = { rejected: format.whole(rejected), unreadable: format.whole(report.unreadableRows) };
  return (
    <p>
      {siblings === 0
        ? say('desk.import.rejected.alone', counts)
        : say('desk.import.rejected.whole', { ...counts, siblings: format.whole(siblings) })}{' '}
      <TextLink href={addressOf('importRejectedRows', { params: { importId: told.id } })} download="rejected-rows.csv">
        {say('desk.import.rejected.download')}
      </TextLink>
    </p>
  );
}

export interface RejectedChoiceProps {
  readonly rejected: number;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** To go on without the rows that cannot be read is for a person to say. */
export function RejectedChoice({ rejected, isSelected, onChange }: RejectedChoiceProps) {
  const { say, format } = useWords();
  return (
    <Checkbox isSelected={isSelected} onChange={onChange} hint={say('desk.import.rejected.skipHint')}>
      {say('desk.import.rejected.skip', { n: format.whole(rejected) })}
    </Checkbox>
  );
}
