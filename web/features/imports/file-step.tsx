import { foreignText } from '#text/foreign-text.ts';
import { useWords, type Words } from '#web/shell/words.tsx';
import { Select } from '#web/ui/select.tsx';
import { SignLine } from '#web/ui/sign-line.tsx';
import { ImportStep } from './import-step.tsx';
import { namedColumns } from './mapping-draft.ts';
import type { KeptDraft } from './use-draft.ts';
import { type Import, type Inspection, isAtWork, useStep } from './use-imports.ts';

export interface FileStepProps {
  readonly told: Import;
  readonly inspection: Inspection;
  readonly kept: KeptDraft;
}

const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-15', 'utf-16le', 'utf-16be'] as const;
const NUMBERED_SHOWN = 5;
const DELIMITERS = [
  { value: ',', words: 'desk.import.delimiter.comma' },
  { value: ';', words: 'desk.import.delimiter.semicolon' },
  { value: '\t', words: 'desk.import.delimiter.tab' },
  { value: '|', words: 'desk.import.delimiter.bar' },
] as const;

/** What stands in the file: its first rows, and how they were read. Read otherwise, it is looked at again. */
export function FileStep({ told, inspection, kept }: FileStepProps) {
  const words = useWords();
  const { say, format } = words;
  const inspect = useStep(told.id, 'inspectImport');
  const isBusy = isAtWork(told) || inspect.isPending;
  const { delimiter, encoding } = inspection;
  const used = namedColumns(kept.draft);
  const look = (how: { readonly delimiter?: string; readonly encoding?: string }): void => {
    void kept.keep().then(() => inspect.mutate({ delimiter, encoding, ...how }));
  };
  return (
    <ImportStep title={say('desk.import.step.file')} note={say('desk.import.step.file.note')}>
      <div className="import-facts">
        <p>
          {say('desk.import.file.rows', {
            rows: format.whole(inspection.rows),
            columns: format.whole(inspection.header.length),
          })}
          {inspection.preset === null ? null : (
            <span className="import-fact-more">{say('desk.import.file.preset', { preset: inspection.preset })}</span>
          )}
        </p>
        <Select
          label={say('desk.import.file.delimiter')}
          value={delimiter}
          options={delimiterOptions(delimiter, words)}
          onChange={(chosen) => look({ delimiter: chosen })}
          isDisabled={isBusy}
        />
        <Select
          label={say('desk.import.file.encoding')}
          value={encoding}
          options={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={(chosen) => look({ encoding: chosen })}
          isDisabled={isBusy}
        />
      </div>
      {inspection.oddRows > 0 ? (
        <SignLine name="risk">{say('desk.import.file.odd', { n: format.whole(inspection.oddRows) })}</SignLine>
      ) : null}
      {inspection.numberedColumns.length > 0 ? (
        <SignLine name="risk">
          {say('desk.import.file.numbered', {
            columns: foreignText(inspection.numberedColumns.slice(0, NUMBERED_SHOWN).join(', ')),
          })}
        </SignLine>
      ) : null}
      <Preview inspection={inspection} used={used} />
      {inspection.header.every((name) => used.has(name)) ? null : (
        <p className="note">{say('desk.import.file.unused')}</p>
      )}
    </ImportStep>
  );
}

function delimiterOptions(current: string, { say }: Words): { value: string; label: string }[] {
  const known = DELIMITERS.map(({ value, words }) => ({ value: value as string, label: say(words) }));
  return known.some(({ value }) => value === current) ? known : [...known, { value: current, label: current }];
}

interface PreviewProps {
  readonly inspection: Inspection;
  readonly used: ReadonlySet<string>;
}

/** The first rows in a box of their own, which scrolls and can be reached by keyboard. */
function Preview({ inspection: { header, preview }, used }: PreviewProps) {
  const { say } = useWords();
  const look = (index: number) => (used.has(header[index] ?? '') ? undefined : 'import-unused');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="import-preview" aria-label={say('desk.import.file.preview')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {header.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never move, and names may stand there twice.
              <th key={index} scope="col" className={look(index)}>
                {foreignText(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file never move.
            <tr key={place}>
              {row.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: neither do cells.
                <td key={index} className={look(index)}>
                  {foreignText(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
