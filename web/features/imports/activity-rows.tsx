import { canBeDeclared, canWitness } from '#core/import/can-witness.ts';
import { ACTIVITIES, type Activity } from '#core/import/source-row.ts';
import { WITNESSES, type Witness } from '#core/ticket/witness.ts';
import { foreignText } from '#text/foreign-text.ts';
import { useWords } from '#web/shell/words.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Select } from '#web/ui/select.tsx';
import type { Draft } from './mapping-draft.ts';
import { activityColumn, activityOf, withActivity, withActivityColumn } from './mapping-more.ts';
import type { KeptDraft } from './use-draft.ts';
import type { Inspection } from './use-imports.ts';

const NOTHING = ' nothing ';

export interface ActivityRowsProps {
  readonly inspection: Inspection;
  readonly kept: KeptDraft;
}

/** Which rows are answers, messages and escalations: a column, and what each of its values means. */
export function ActivityRows({ inspection, kept: { draft, change } }: ActivityRowsProps) {
  const { say, format } = useWords();
  const column = activityColumn(draft);
  // A column with too many values is none of activities; the one that is chosen is shown all the same.
  const names = inspection.columns.filter(({ values }) => values !== null && values.length > 0).map(({ name }) => name);
  const all = column !== null && !names.includes(column) ? [column, ...names] : names;
  const values = inspection.columns.find(({ name }) => name === column)?.values ?? [];
  const meanings = [
    { value: NOTHING, label: say('desk.import.activity.nothing') },
    ...ACTIVITIES.map((value) => ({ value: value as string, label: say(`desk.import.activity.${value}`) })),
  ];
  return (
    <fieldset className="import-role-group">
      <legend>{say('desk.import.group.activity')}</legend>
      <div className={column === null ? 'import-role import-role-empty' : 'import-role'}>
        <span className="import-role-name">{say('desk.import.role.activity')}</span>
        <span className="import-role-fields">
          <Select
            label={say('desk.import.role.activity')}
            isLabelHidden
            value={column ?? NOTHING}
            options={[
              { value: NOTHING, label: say('desk.import.column.none') },
              ...all.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(name) => change(withActivityColumn(draft, name === NOTHING ? null : name))}
          />
        </span>
        <span className="import-examples note">{say('desk.import.activity.note')}</span>
      </div>
      {values.map(({ value, rows }) => (
        <div key={value} className="import-role">
          <span className="import-role-name">{foreignText(value)}</span>
          <span className="import-role-fields import-role-wide">
            <Select
              label={`${value}: ${say('desk.import.states.meaning')}`}
              isLabelHidden
              value={activityOf(draft, value) ?? NOTHING}
              options={meanings}
              onChange={(meaning) =>
                change(withActivity(draft, value, meaning === NOTHING ? null : (meaning as Activity)))
              }
            />
          </span>
          <span className="import-examples note">{say('desk.import.activity.rows', { n: format.whole(rows) })}</span>
        </div>
      ))}
    </fieldset>
  );
}

/** What the log records completely; only that is counted, the rest reads as "not recorded". */
export function WitnessRows({ kept: { draft, change } }: { readonly kept: KeptDraft }) {
  const { say } = useWords();
  const told = WITNESSES.filter((witness) => canWitness(draft, witness));
  const declared = Array.isArray(draft.witnesses) ? draft.witnesses.map(String) : told;
  const set = (witness: Witness, isSelected: boolean): void => {
    const next = WITNESSES.filter((one) => (one === witness ? isSelected : declared.includes(one)));
    change(next.join() === told.join() ? withoutWitnesses(draft) : { ...draft, witnesses: next });
  };
  return (
    <fieldset className="import-role-group">
      <legend>{say('desk.import.group.witnesses')}</legend>
      <p className="note">{say('desk.import.witness.note')}</p>
      <div className="import-witnesses">
        {WITNESSES.map((witness) => (
          <Checkbox
            key={witness}
            isSelected={declared.includes(witness)}
            isDisabled={!declared.includes(witness) && !canBeDeclared(draft, witness)}
            onChange={(isSelected) => set(witness, isSelected)}
          >
            {say(`desk.import.witness.${witness}`)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}

function withoutWitnesses(draft: Draft): Draft {
  const { witnesses: _, ...rest } = draft;
  return rest;
}
