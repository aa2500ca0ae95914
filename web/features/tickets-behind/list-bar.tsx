import './list-bar.css';
import { addressOf } from '#web/shell/api.ts';
import { useDimensions } from '#web/shell/figure-queries.ts';
import { tableFile } from '#web/shell/table-file.ts';
import { useToday } from '#web/shell/today.ts';
import { useWords } from '#web/shell/words.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Menu } from '#web/ui/menu.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Select } from '#web/ui/select.tsx';
import { type Sorting, writeSorting } from './arrange-rows.ts';
import { filterWords } from './filter-words.ts';
import type { FactsAnswer, FactTabs } from './list-rows.ts';
import { factsQueryOf, type ListChange, type ListSearch } from './list-search.ts';
import { type ListView, useListView } from './list-view.ts';
import { type ListTime, verdictWord } from './list-words.ts';
import type { FigureTold, ListColumn } from './shown-columns.ts';
import { sortingWords } from './sorting-words.ts';
import { useIsPhone } from './use-measures.ts';

export interface ListBarProps {
  readonly figure: FigureTold;
  readonly search: ListSearch;
  readonly time: ListTime;
  readonly tabs: FactTabs | null;
  readonly names: FactsAnswer['names'];
  readonly columns: readonly ListColumn[];
  readonly sorting: Sorting | null;
  /** What is typed into the search field; the list follows a moment later. */
  readonly find: string;
  readonly onFind: (find: string) => void;
  readonly onSearch: (change: ListChange) => void;
}

/** What the list is filtered by, which part of it is shown, and what can be done with it. */
export function ListBar(props: ListBarProps) {
  const { figure, search, time, names, find, onFind } = props;
  const words = useWords();
  const { say } = words;
  const isPhone = useIsPhone();
  const dimensions = useDimensions({ isWanted: search.where !== undefined }).data?.dimensions ?? [];
  const locked = filterWords(figure, search, { time, names, dimensions, words });
  return (
    <div className="list-bar">
      <ul className="list-locked" aria-label={say('desk.list.locked')}>
        {locked.map((text) => (
          <li key={text}>
            <Chip isLocked>{text}</Chip>
          </li>
        ))}
      </ul>
      <div className="list-part no-print">
        <PartSwitch {...props} isNarrow={isPhone} />
      </div>
      <div className="list-acts no-print">
        <FindField value={find} onChange={onFind} />
        {isPhone ? <SortMenu {...props} /> : null}
        <ViewMenu />
        <SaveMenu {...props} isShort={isPhone} />
      </div>
    </div>
  );
}

/** With or without success among the counted, or one reason among those left out. */
function PartSwitch({ figure, search, tabs, onSearch, isNarrow }: ListBarProps & { readonly isNarrow: boolean }) {
  const words = useWords();
  const { say, sayLoosely, format } = words;
  if (tabs === null || search.beside !== undefined) return null;
  const label = (text: string, n: number): string => say('desk.list.option', { label: text, n: format.whole(n) });
  const all = { value: 'all', label: label(say('desk.list.all'), tabs.counted) };
  if (search.tab === undefined && tabs.judged !== null) {
    const met = { value: 'true', label: label(verdictWord(figure, true, words), tabs.judged.met) };
    const missed = { value: 'false', label: label(verdictWord(figure, false, words), tabs.judged.missed) };
    const options = figure.better === 'higher' ? [missed, met, all] : [met, missed, all];
    return (
      <Segmented
        label={say('desk.list.verdicts')}
        value={search.success ?? 'all'}
        options={options}
        onChange={(value) => onSearch({ success: value === 'true' || value === 'false' ? value : undefined })}
      />
    );
  }
  const reasons = Object.entries(tabs.leftOutBy).sort(([, one], [, other]) => other - one);
  if (search.tab !== 'left_out' || reasons.length < 2) return null;
  const options = [
    { value: 'all', label: label(say('desk.list.all'), tabs.leftOut) },
    ...reasons.map(([reason, n]) => ({ value: reason, label: label(sayLoosely(`reason.${reason}`) ?? reason, n) })),
  ];
  const choice = {
    label: say('desk.list.reasons'),
    value: search.reason ?? 'all',
    options,
    onChange: (value: string) => onSearch({ reason: value === 'all' ? undefined : value }),
  };
  return reasons.length <= (isNarrow ? 2 : 4) ? <Segmented {...choice} /> : <Select {...choice} isLabelHidden />;
}

function FindField({ value, onChange }: { readonly value: string; readonly onChange: (find: string) => void }) {
  const { say } = useWords();
  return (
    <label className="list-find">
      <span className="visually-hidden">{say('desk.list.find')}</span>
      <input
        type="search"
        className="field-input"
        placeholder={say('desk.list.findHint')}
        aria-keyshortcuts="/"
        autoComplete="off"
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          // The browser empties the field at the first press; the second leads back into the list.
          if (event.key !== 'Escape' || value !== '') return;
          event.preventDefault();
          event.currentTarget.blur();
        }}
      />
    </label>
  );
}

/** The order of the rows, for fingers and for those who do not use headings. */
function SortMenu({ figure, columns, sorting, onSearch }: ListBarProps) {
  const words = useWords();
  const { say } = words;
  const sortable = columns.filter(({ kind }) => kind !== 'plot');
  const entries = sortable.flatMap((column) =>
    [false, true].map((isDescending) => ({
      id: writeSorting({ column: column.id, isDescending }),
      label: sortingWords({ column, isDescending }, figure, words),
    })),
  );
  const current = sorting === null ? null : writeSorting(sorting);
  const told = entries.find(({ id }) => id === current)?.label ?? say('desk.list.sort.default');
  return (
    <Menu
      ariaLabel={`${say('desk.list.sortBy')}: ${told}`}
      label={say('desk.list.sortBy')}
      entries={entries}
      selected={current}
      onAction={(sort) => onSearch({ sort })}
    />
  );
}

function ViewMenu() {
  const { say } = useWords();
  const [view, choose] = useListView();
  return (
    <Menu
      label={say('desk.list.view')}
      selected={view}
      entries={[
        { id: 'grid', label: say('desk.list.view.grid') },
        { id: 'table', label: say('desk.list.view.table'), aside: say('desk.list.view.tableHint') },
      ]}
      onAction={(id) => choose(id as ListView)}
    />
  );
}

/** The same facts as a file; the browser saves it under the name that the server gives. */
function SaveMenu({ figure, search, isShort }: ListBarProps & { readonly isShort: boolean }) {
  const { say, language } = useWords();
  const today = useToday();
  const save = (format: string): void => {
    const query = { ...factsQueryOf(search, today), ...tableFile(format === 'csv' ? 'csv' : 'xlsx', language) };
    const link = document.createElement('a');
    link.href = addressOf('exportFacts', { params: { id: figure.id }, query });
    link.download = '';
    link.click();
  };
  return (
    <Menu
      label={say(isShort ? 'desk.list.save.short' : 'desk.list.save')}
      ariaLabel={say('desk.list.save')}
      entries={[
        { id: 'xlsx', label: say('desk.list.save.xlsx') },
        { id: 'csv', label: say('desk.list.save.csv') },
      ]}
      onAction={save}
    />
  );
}
