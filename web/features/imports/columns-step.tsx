import { useMemo } from 'react';
import { useWords, type Words } from '#web/shell/words.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Select } from '#web/ui/select.tsx';
import { SignLine } from '#web/ui/sign-line.tsx';
import { ActivityRows, WitnessRows } from './activity-rows.tsx';
import { CalendarRows } from './calendar-rows.tsx';
import type { FileStepProps } from './file-step.tsx';
import { type Draft, missingTexts, ROLE_GROUPS, withRows } from './mapping-draft.ts';
import { RoleRow, StateRows } from './role-rows.tsx';
import { SourceField } from './source-field.tsx';

/** Keys of a mapping that this page has no fields for: they are kept as they are. */
const OTHER_KEYS = ['missing', 'empty'] as const;
/** Their fields say by themselves what is missing. */
const SAID_BESIDE = new Set(['missing', 'atMissing', 'createdAtMissing', 'sourceName']);

/** What each column means: a menu for every role, with examples of what stands in the column. */
export function ColumnsStep({ told, inspection, kept }: FileStepProps) {
  const words = useWords();
  const { say } = words;
  const { draft, change } = kept;
  const others = OTHER_KEYS.filter((key) => key in draft);
  const problems = told.draftProblems.filter(({ kind }) => !SAID_BESIDE.has(kind));
  const groups = ['ticket', 'times', 'split', 'more'] as const;
  return (
    <>
      <SourceFields draft={draft} change={change} />
      {problems.length > 0 ? (
        <div className="import-problems" role="status">
          <SignLine name="risk">{say('desk.import.mapping.wrong')}</SignLine>
          <ul>
            {problems.map(({ path, words: wrong }) => (
              <li key={`${path.join('.')} ${wrong}`}>{wrong}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="import-roles">
        <p className="import-role import-role-head note" aria-hidden="true">
          <span>{say('desk.import.column.what')}</span>
          <span>{say('desk.import.column.which')}</span>
          <span>{say('desk.import.column.examples')}</span>
        </p>
        {groups.map((group) => (
          <fieldset key={group} className="import-role-group">
            <legend>{say(`desk.import.group.${group}`)}</legend>
            {ROLE_GROUPS[group].map((role) =>
              role === 'order' && draft.rows === 'ticket' ? null : (
                <RoleRow key={role} role={role} inspection={inspection} kept={kept} />
              ),
            )}
            {group === 'ticket' ? <StateRows inspection={inspection} kept={kept} importId={told.id} /> : null}
          </fieldset>
        ))}
        {draft.rows === 'ticket' ? null : <ActivityRows inspection={inspection} kept={kept} />}
        <CalendarRows kept={kept} />
        <WitnessRows kept={kept} />
      </div>
      {others.length > 0 ? (
        <p className="note">
          {say('desk.import.mapping.also', { keys: others.map((key) => otherWords(key, draft, words)).join('; ') })}
        </p>
      ) : null}
    </>
  );
}

/** What a key says that has no field here. */
function otherWords(key: (typeof OTHER_KEYS)[number], draft: Draft, { say }: Words): string {
  if (key === 'missing') return say('desk.import.other.missing', { texts: missingTexts(draft).join(', ') });
  return say('desk.import.other.empty');
}

type SourceFieldsProps = Pick<FileStepProps['kept'], 'draft' | 'change'>;

/** What no column tells: the name of the source, what a row is, and the zone. */
function SourceFields({ draft, change }: SourceFieldsProps) {
  const { say, format } = useWords();
  const rows = draft.rows === 'ticket' ? 'ticket' : 'event';
  const zone = typeof draft.timeZone === 'string' ? draft.timeZone : 'UTC';
  const zones = useMemo(() => zoneOptions([zone, format.timeZone]), [zone, format.timeZone]);
  return (
    <div className="import-source">
      <SourceField draft={draft} change={change} />
      <div className="field">
        <span className="field-label">{say('desk.import.mapping.rows')}</span>
        <Segmented
          label={say('desk.import.mapping.rows')}
          value={rows}
          options={(['event', 'ticket'] as const).map((value) => ({
            value,
            label: say(`desk.import.mapping.rows.${value}`),
          }))}
          onChange={(next) => change(withRows(draft, next))}
        />
      </div>
      <Select
        label={say('desk.import.mapping.zone')}
        value={zone}
        options={zones}
        onChange={(next) => change({ ...draft, timeZone: next })}
      />
    </div>
  );
}

/** The likely zones first, then all by name. */
function zoneOptions(likely: readonly string[]): { value: string; label: string }[] {
  const all = [...new Set([...likely, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  return all.map((value) => ({ value, label: value }));
}
