import { INSTANT_FORMATS } from '#core/import/instant-formats.ts';
import { foreignText } from '#text/foreign-text.ts';
import { useWords, type Words } from '#web/shell/words.tsx';
import { Select } from '#web/ui/select.tsx';
import { SignLine } from '#web/ui/sign-line.tsx';
import {
  columnOf,
  type Draft,
  formatOf,
  INSTANT_ROLES,
  missingTexts,
  type Role,
  stateColumns,
  withColumn,
  withFormat,
  withStateColumns,
} from './mapping-draft.ts';
import { areCounted } from './status-values.ts';
import type { KeptDraft } from './use-draft.ts';
import { type Inspection, useStep } from './use-imports.ts';

/** What stands in a menu for "no column": no column can be called so, for names have no blanks around them. */
const NONE = ' none ';

interface RowProps {
  readonly inspection: Inspection;
  readonly kept: KeptDraft;
}

/** A role: its column, how instants in it are written, and examples of what stands there. */
export function RoleRow({ role, inspection, kept }: RowProps & { readonly role: Role }) {
  const words = useWords();
  const { say } = words;
  const { draft, change } = kept;
  const column = columnOf(draft, role);
  const facts = inspection.columns.find(({ name }) => name === column) ?? null;
  const label = labelOf(role, draft, words);
  const choose = (name: string): void => {
    const chosen = inspection.columns.find((one) => one.name === name) ?? null;
    change(withColumn(draft, role, chosen));
  };
  const isGuessed = inspection.preset === null && column !== null && column === columnOf(inspection.guess, role);
  return (
    <div className={column === null ? 'import-role import-role-empty' : 'import-role'}>
      <span className="import-role-name">
        {label}
        {isNeeded(role, draft) && column === null ? (
          <SignLine name="risk">{say('desk.import.column.neededMark')}</SignLine>
        ) : null}
      </span>
      <span className="import-role-fields">
        <ColumnSelect label={label} value={column} inspection={inspection} onChange={choose} />
        {column !== null && INSTANT_ROLES.has(role) ? (
          <Select
            label={`${label}: ${say('desk.import.column.format')}`}
            isLabelHidden
            value={formatOf(draft, role)}
            options={formatOptions(formatOf(draft, role), words)}
            onChange={(format) => change(withFormat(draft, role, format))}
          />
        ) : null}
      </span>
      <Examples draft={draft} facts={facts} isGuessed={isGuessed} extra={extraOf(role, draft, words)} />
    </div>
  );
}

/** The columns of the status: one, or two whose values count together. */
export function StateRows({ inspection, kept, importId }: RowProps & { readonly importId: string }) {
  const { say } = useWords();
  const inspect = useStep(importId, 'inspectImport');
  const { draft, change } = kept;
  const columns = stateColumns(draft);
  const choose = (next: readonly string[]): void => {
    const values = inspection.columns.find(({ name }) => name === next[0])?.values ?? [];
    change(withStateColumns(draft, next, values));
    if (next.length > 1 && !areCounted(next, inspection)) {
      void kept.keep().then(() => inspect.mutate({ stateColumns: next }));
    }
  };
  const isGuessed =
    inspection.preset === null && columns.length === 1 && columns[0] === stateColumns(inspection.guess)[0];
  return (
    <>
      {[0, 1].map((place) => {
        const column = columns[place] ?? null;
        const label = say(place === 0 ? 'desk.import.role.state' : 'desk.import.role.state2');
        if (place === 1 && columns.length === 0) return null;
        const others = columns.filter((_, index) => index !== place);
        const set = (name: string | null): void => {
          if (name === null) choose(place === 0 ? [] : others);
          else choose(place === 0 ? [name, ...others] : [...others.slice(0, 1), name]);
        };
        return (
          <div key={place} className={column === null ? 'import-role import-role-empty' : 'import-role'}>
            <span className="import-role-name">{label}</span>
            <span className="import-role-fields">
              <ColumnSelect
                label={label}
                value={column}
                inspection={inspection}
                onChange={(name) => set(name === NONE ? null : name)}
              />
            </span>
            <Examples
              draft={draft}
              facts={inspection.columns.find(({ name }) => name === column) ?? null}
              isGuessed={place === 0 && isGuessed}
              extra={null}
            />
          </div>
        );
      })}
    </>
  );
}

interface ColumnSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly inspection: Inspection;
  readonly onChange: (name: string) => void;
}

function ColumnSelect({ label, value, inspection, onChange }: ColumnSelectProps) {
  const { say } = useWords();
  const names = [...new Set(inspection.header)].filter((name) => name !== '');
  // A column that the mapping names and the file lacks is shown, so that a person sees what is wrong.
  const all = value !== null && !names.includes(value) ? [value, ...names] : names;
  const options = [
    { value: NONE, label: say('desk.import.column.none') },
    ...all.map((name) => ({ value: name, label: name })),
  ];
  return (
    <Select
      label={label}
      isLabelHidden
      value={value ?? NONE}
      options={options}
      placeholder={say('desk.import.column.choose')}
      onChange={onChange}
    />
  );
}

interface ExamplesProps {
  readonly draft: Draft;
  readonly facts: Inspection['columns'][number] | null;
  readonly isGuessed: boolean;
  readonly extra: string | null;
}

function Examples({ draft, facts, isGuessed, extra }: ExamplesProps) {
  const { say } = useWords();
  if (facts === null) return <span className="import-examples" />;
  const missing = missingTexts(draft);
  const examples = facts.examples.filter((example) => !missing.includes(example));
  return (
    <span className="import-examples note">
      {isGuessed ? <span className="import-guessed">{say('desk.import.column.guessed')}</span> : null}
      <span>{extra ?? examples.slice(0, 2).map(foreignText).join(' · ')}</span>
    </span>
  );
}

function labelOf(role: Role, draft: Draft, { say }: Words): string {
  if (role !== 'at') return say(`desk.import.role.${role}`);
  return say(draft.rows === 'ticket' ? 'desk.import.role.at.ticket' : 'desk.import.role.at.event');
}

function isNeeded(role: Role, draft: Draft): boolean {
  if (role === 'ticket') return true;
  if (draft.rows !== 'ticket') return role === 'at';
  return role === 'createdAt' && columnOf(draft, 'at') === null;
}

/** What of a verdict counts as kept. */
function extraOf(role: Role, draft: Draft, { say }: Words): string | null {
  const verdict = draft.verdict as { met?: unknown; missed?: unknown } | undefined;
  if (role !== 'verdict' || verdict === undefined) return null;
  const list = (texts: unknown) => [texts].flat().join(', ');
  return say('desk.import.verdict.met', { met: list(verdict.met), missed: list(verdict.missed) });
}

function formatOptions(current: string, { say, sayLoosely }: Words): { value: string; label: string }[] {
  const all = [...new Set([current, ...INSTANT_FORMATS])];
  return all.map((value) => ({
    value,
    label: sayLoosely(`desk.import.format.${value}`) ?? say('desk.import.format.pattern', { pattern: value }),
  }));
}
