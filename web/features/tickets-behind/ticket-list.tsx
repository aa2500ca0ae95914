import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useRef, useState } from 'react';
import { writeSearch } from '#web/shell/address-search.ts';
import { figureSearchOf, periodOf } from '#web/shell/figure-search.ts';
import { useShortcuts } from '#web/shell/shortcuts.ts';
import { useToday } from '#web/shell/today.ts';
import { useWords } from '#web/shell/words.tsx';
import { nextSorting, writeSorting } from './arrange-rows.ts';
import type { GridHandle } from './fact-grid.tsx';
import { ListBar } from './list-bar.tsx';
import { ListBody } from './list-body.tsx';
import { ListFoot } from './list-foot.tsx';
import { ListHead } from './list-head.tsx';
import type { ListRow } from './list-rows.ts';
import { type ListSearch, withTab } from './list-search.ts';
import { useListView } from './list-view.ts';
import { expectedRows, listTitle } from './list-words.ts';
import { PreviewPane } from './preview-pane.tsx';
import type { FigureTold } from './shown-columns.ts';
import { orderWords } from './sorting-words.ts';
import { sumFault } from './sum-check.ts';
import { SumHead } from './sum-head.tsx';
import { useArranged } from './use-arranged.ts';
import { useFactRows } from './use-fact-rows.ts';
import { useFigureAnswer } from './use-figure-answer.ts';
import { useFind, useListAddress } from './use-list-address.ts';
import { useIsPhone } from './use-measures.ts';

export interface TicketListProps {
  readonly figure: FigureTold;
  readonly search: ListSearch;
}

/** A list with its equation, its filters and its rows. */
export function TicketList({ figure, search }: TicketListProps) {
  const words = useWords();
  const today = useToday();
  const navigate = useNavigate();
  const time = { period: periodOf(search, today), today };
  const facts = useFactRows(figure.id, search);
  const answer = useFigureAnswer(figure.id, search);
  const isPhone = useIsPhone();
  const [view] = useListView();
  const go = useListAddress(search);
  const [find, setFind] = useFind(search, go);
  const { columns, sorting, shown, scale } = useArranged(figure, search, { facts, find });
  const [current, setCurrent] = useState<ListRow | null>(null);
  const [isPreview, setPreview] = useState(false);
  const back = (): void =>
    void navigate({ to: '/cockpit/$figure', params: { figure: figure.id }, search: figureSearchOf(search) });
  const grid = useRef<GridHandle>(null);
  useListKeys(grid, () => (isPreview ? setPreview(false) : back()));
  const open = ({ fact }: ListRow): void => {
    void navigate({ to: '/t/$number', params: { number: String(fact.ticket) } });
  };

  const { tabs } = facts;
  const expected = tabs === null ? null : expectedRows(search, tabs);
  const fault =
    tabs &&
    sumFault({
      tabs,
      figureCounts: answer?.n ?? null,
      rows: facts.isComplete && expected !== null ? { came: facts.rows.length, expected } : null,
    });
  const title = expected === null ? figure.name : listTitle(figure, search, { n: expected, time, words });
  const tab = search.beside === undefined ? (search.tab ?? 'counted') : null;
  return (
    <div className="list-page">
      <ListHead figure={figure} search={search} title={title} value={answer?.value ?? null} asOf={facts.asOf} />
      {tabs ? (
        <SumHead
          figure={figure}
          tabs={tabs}
          chosen={tab}
          fault={fault}
          isChecked={answer !== null && (facts.isComplete || facts.isTooMany)}
          onChoose={(next) => go.to(withTab(search, next))}
        />
      ) : (
        <div className="sum-head sum-coming" />
      )}
      <ListBar
        figure={figure}
        search={search}
        time={time}
        tabs={tabs}
        names={facts.names}
        columns={columns}
        sorting={sorting}
        find={find}
        onFind={setFind}
        onSearch={go.change}
      />
      <div className="list-parts" role="tabpanel" id="facts" aria-label={words.say('desk.list.grid')}>
        <ListBody
          {...{ figure, search, time, facts, columns, sorting, scale, find }}
          rows={shown}
          address={`${figure.id}${writeSearch({ ...search, find: undefined })}`}
          onClearFind={() => setFind('')}
          onSort={(column) => go.change({ sort: writeSorting(nextSorting(sorting, column)) })}
          handle={grid}
          onOpen={open}
          onPoint={setCurrent}
          onPreview={(row) => {
            setCurrent(row);
            setPreview((was) => !was);
          }}
        />
        {isPreview && current && !isPhone ? <PreviewPane row={current} onClose={() => setPreview(false)} /> : null}
      </div>
      {expected === null ? null : (
        <ListFoot
          found={shown.length}
          loaded={facts.rows.length}
          expected={expected}
          isFinding={find.trim() !== ''}
          isTooMany={facts.isTooMany}
          order={facts.rows.length === 0 ? null : orderWords(sorting, columns, { figure, words })}
          isLine={shown.length > 0 && !isPhone && view === 'grid' && columns.some(({ kind }) => kind === 'plot')}
          hasKeys={!isPhone && view === 'grid' && shown.length > 0}
          note={tab === 'left_out' && (tabs?.leftOutBy.waived ?? 0) > 0 ? words.say('desk.list.waiverNote') : null}
        />
      )}
    </div>
  );
}

/** The keys of the list; each can be given another key, and all can be turned off. Arrows are the grid's own. */
function useListKeys(grid: RefObject<GridHandle | null>, back: () => void): void {
  const group = 'page' as const;
  useShortcuts([
    { id: 'list.down', keys: 'j', label: 'desk.list.keys.down', group, run: () => grid.current?.move(1) },
    { id: 'list.up', keys: 'k', label: 'desk.list.keys.up', group, run: () => grid.current?.move(-1) },
    { id: 'list.open', keys: 'o', label: 'desk.list.keys.open', group, run: () => grid.current?.open() },
    { id: 'list.back', keys: 'escape', label: 'desk.list.keys.back', group, run: back },
  ]);
}
