import { useState } from 'react';
import { useWords } from '#web/shell/words.tsx';
import { Select } from '#web/ui/select.tsx';
import { SignLine } from '#web/ui/sign-line.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { Draft } from './mapping-draft.ts';
import { useSources } from './use-imports.ts';

export interface SourceFieldProps {
  readonly draft: Draft;
  readonly change: (next: Draft) => void;
}

const SOURCE = /^[a-z0-9][a-z0-9-]{0,62}$/;
/** No source can be called so. */
const NEW = ' new ';

/**
 * From which system the file comes: one of those that are known, or a new name. Tickets of one system under two names
 * count twice, so the known ones come first, and a new name beside them says what it means.
 */
export function SourceField({ draft, change }: SourceFieldProps) {
  const { say } = useWords();
  const { data } = useSources();
  const source = typeof draft.source === 'string' ? draft.source : '';
  const known = data?.sources ?? [];
  const isKnown = known.some((one) => one.source === source);
  const [isNamed, setNamed] = useState(false);
  const isNew = isNamed || !isKnown;
  const options = known.map(({ source: value, lastFile }) => ({
    value,
    label: lastFile === null ? value : say('desk.import.source.last', { source: value, file: lastFile }),
  }));
  const choose = (value: string): void => {
    setNamed(value === NEW);
    if (value !== NEW) change({ ...draft, source: value });
  };
  return (
    <div className="import-source-name">
      {known.length > 0 ? (
        <Select
          label={say('desk.import.source.from')}
          value={isNew ? NEW : source}
          options={[...options, { value: NEW, label: say('desk.import.source.new') }]}
          onChange={choose}
        />
      ) : null}
      {isNew ? (
        <TextField
          label={say('desk.import.mapping.source')}
          hint={say('desk.import.mapping.sourceHint')}
          error={SOURCE.test(source) ? null : say('desk.import.mapping.sourceWrong')}
          value={source}
          onChange={(next) => change({ ...draft, source: next })}
          maxLength={63}
          autoComplete="off"
          spellCheck="false"
        />
      ) : null}
      {isNew && known.length > 0 ? <SignLine name="risk">{say('desk.import.source.newMeans')}</SignLine> : null}
    </div>
  );
}
