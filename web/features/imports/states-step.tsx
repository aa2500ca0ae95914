import { TICKET_STATES, type TicketState } from '#core/ticket/state.ts';
import { foreignText } from '#text/foreign-text.ts';
import { useWords } from '#web/shell/words.tsx';
import { Select } from '#web/ui/select.tsx';
import { SignLine } from '#web/ui/sign-line.tsx';
import type { FileStepProps } from './file-step.tsx';
import { ImportStep } from './import-step.tsx';
import {
  meaningOf,
  missingTexts,
  stateColumns,
  unknownMeaning,
  withMeaning,
  withUnknownMeaning,
} from './mapping-draft.ts';
import { areCounted, statusValues } from './status-values.ts';

const REFUSE = ' refuse ';

/** What each value of the status means, with the number of its rows; those without a meaning stand out. */
export function StatesStep({ inspection, kept }: FileStepProps) {
  const { say } = useWords();
  const columns = stateColumns(kept.draft);
  const values = statusValues(kept.draft, inspection);
  const isCounting = columns.length > 1 && !areCounted(columns, inspection);
  return (
    <ImportStep title={say('desk.import.step.states')} note={say('desk.import.step.states.note')}>
      {columns.length === 0 ? <p className="muted">{say('desk.import.states.noColumn')}</p> : null}
      {isCounting ? <p role="status">{say('desk.import.states.count')}</p> : null}
      {values === null && !isCounting ? <SignLine name="risk">{say('desk.import.states.tooMany')}</SignLine> : null}
      {columns.length > 0 && values !== null ? <StateTable values={values} kept={kept} /> : null}
    </ImportStep>
  );
}

interface StateTableProps {
  readonly values: NonNullable<ReturnType<typeof statusValues>>;
  readonly kept: FileStepProps['kept'];
}

function StateTable({ values, kept }: StateTableProps) {
  const { say, format } = useWords();
  const { draft, change } = kept;
  const missing = missingTexts(draft);
  const shown = values.filter(({ value }) => value !== '' && !missing.includes(value));
  const states = TICKET_STATES.map((value) => ({ value, label: say(`desk.import.state.${value}`) }));
  return (
    <table className="import-states">
      <thead>
        <tr>
          <th scope="col">{say('desk.import.states.value')}</th>
          <th scope="col" className="number">
            {say('desk.import.states.rows')}
          </th>
          <th scope="col">{say('desk.import.states.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ value, rows }) => {
          const meaning = meaningOf(draft, value);
          const isOpen = meaning === null && unknownMeaning(draft) === null;
          return (
            <tr key={value}>
              <th scope="row">{foreignText(value)}</th>
              <td className="number">{format.whole(rows)}</td>
              <td>
                <span className="import-meaning">
                  <Select<TicketState>
                    label={`${foreignText(value)}: ${say('desk.import.states.meaning')}`}
                    isLabelHidden
                    value={meaning ?? unknownMeaning(draft)}
                    options={states}
                    placeholder={say('desk.import.states.choose')}
                    onChange={(state) => change(withMeaning(draft, value, state))}
                  />
                  {isOpen ? <SignLine name="risk">{say('desk.import.states.none')}</SignLine> : null}
                </span>
              </td>
            </tr>
          );
        })}
        <tr>
          <th scope="row" className="import-others">
            {say('desk.import.states.others')}
          </th>
          <td />
          <td>
            <span className="import-meaning">
              <Select
                label={`${say('desk.import.states.others')}: ${say('desk.import.states.meaning')}`}
                isLabelHidden
                value={unknownMeaning(draft) ?? REFUSE}
                options={[{ value: REFUSE, label: say('desk.import.states.refuse') }, ...states]}
                onChange={(state) =>
                  change(withUnknownMeaning(draft, state === REFUSE ? null : (state as TicketState)))
                }
              />
            </span>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
