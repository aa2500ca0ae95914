import './sum-head.css';
import { type KeyboardEvent, useRef } from 'react';
import { useWords } from '#web/shell/words.tsx';
import { Sign } from '#web/ui/sign.tsx';
import { SumBar } from '#web/ui/sum-bar.tsx';
import type { FactTabs } from './list-rows.ts';
import type { ListTab } from './list-search.ts';
import { verdictWord } from './list-words.ts';
import type { FigureTold } from './shown-columns.ts';
import type { SumFault } from './sum-check.ts';

export interface SumHeadProps {
  readonly figure: FigureTold;
  readonly tabs: FactTabs;
  /** Null while another number of the figure is shown. */
  readonly chosen: ListTab | null;
  readonly fault: SumFault | null;
  /** Whether all that can be added up has come. */
  readonly isChecked: boolean;
  readonly onChoose: (tab: ListTab) => void;
}

/** The equation of a list: all facts as one bar, and what of them stands in which tab. */
export function SumHead({ figure, tabs, chosen, fault, isChecked, onChoose }: SumHeadProps) {
  const words = useWords();
  const { say, sayLoosely, format } = words;
  const list = useRef<HTMLDivElement>(null);
  const shown = shownTabs(tabs);
  const counts = countsOf(tabs);
  const move = (event: KeyboardEvent, index: number): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -index, End: shown.length - 1 - index }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(shown.length - 1, index + step));
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  const focusable = chosen ?? 'counted';
  return (
    <section className="sum-head">
      <FactsBar figure={figure} tabs={tabs} />
      <div className="sum-row">
        <div className="sum-tabs" role="tablist" aria-label={say('desk.list.tabs')} ref={list}>
          {shown.map((tab, index) => (
            <button
              key={tab}
              type="button"
              role="tab"
              className="sum-tab"
              aria-selected={tab === chosen}
              aria-controls="facts"
              tabIndex={tab === focusable ? 0 : -1}
              onClick={() => onChoose(tab)}
              onKeyDown={(event) => move(event, index)}
            >
              <span>
                <b>{format.whole(counts[tab])}</b> <span className="sum-name">{say(`desk.list.tab.${tab}`)}</span>
              </span>
              <span className="note" title={tabNote(tab, { figure, tabs, words })}>
                {tabNote(tab, { figure, tabs, words })}
              </span>
            </button>
          ))}
        </div>
        <div className="sum-total">
          <span>
            <b>{format.whole(tabs.total)}</b> {say('desk.list.total')}
          </span>
          <span className="note sum-check">
            {fault ? <Sign name="risk" /> : isChecked ? <Sign name="kept" /> : <Sign name="open" />}{' '}
            {say(fault ? 'desk.list.sum.alarm' : isChecked ? 'desk.list.sum.checked' : 'desk.list.sum.checking')}
          </span>
        </div>
      </div>
      {fault ? (
        <p className="sum-alarm" role="alert">
          <Sign name="risk" />{' '}
          {sayLoosely(`desk.list.fault.${fault.kind}`, {
            told: format.whole(fault.told),
            summed: format.whole(fault.summed),
          })}
        </p>
      ) : null}
    </section>
  );
}

/** Immature facts are among the counted; they get a tab only where there are any. */
function shownTabs({ immature }: FactTabs): readonly ListTab[] {
  return ['counted', 'left_out', 'undecided', ...(immature > 0 ? (['immature'] as const) : [])];
}

function countsOf({ counted, leftOut, undecided, immature }: FactTabs): Readonly<Record<ListTab, number>> {
  return { counted, left_out: leftOut, undecided, immature };
}

function tabNote(
  tab: ListTab,
  {
    figure,
    tabs,
    words,
  }: { readonly figure: FigureTold; readonly tabs: FactTabs; readonly words: ReturnType<typeof useWords> },
): string {
  const { say, sayLoosely, format } = words;
  switch (tab) {
    case 'counted':
      return tabs.judged === null
        ? say('desk.list.tab.counted.plain')
        : say('desk.list.tab.counted.note', {
            met: format.whole(tabs.judged.met),
            metWord: verdictWord(figure, true, words),
            missed: format.whole(tabs.judged.missed),
            missedWord: verdictWord(figure, false, words),
          });
    case 'left_out': {
      const reasons = Object.entries(tabs.leftOutBy).sort(([, one], [, other]) => other - one);
      const told = reasons.map(([reason, n]) => `${format.whole(n)} ${sayLoosely(`reason.${reason}`) ?? reason}`);
      return told.length === 0 ? say('desk.list.tab.left_out.none') : told.join(' · ');
    }
    case 'undecided':
      return say(tabs.undecided === 0 ? 'desk.list.tab.undecided.none' : 'desk.list.tab.undecided.note');
    case 'immature':
      return say('desk.list.tab.immature.note');
  }
}

function FactsBar({ figure, tabs }: Pick<SumHeadProps, 'figure' | 'tabs'>) {
  const words = useWords();
  const { say, format } = words;
  const { counted, leftOut, undecided, total, judged } = tabs;
  if (total === 0) return null;
  const bad =
    judged === null || figure.better === 'neutral' ? 0 : judged[figure.better === 'higher' ? 'missed' : 'met'];
  const label = say('desk.list.bar', {
    total: format.whole(total),
    counted: format.whole(counted),
    leftOut: format.whole(leftOut),
    undecided: format.whole(undecided),
  });
  return (
    <SumBar
      label={label}
      parts={[
        { label: say('desk.list.tab.counted'), value: counted - bad, look: 'solid' },
        { label: verdictWord(figure, figure.better !== 'higher', words), value: bad, look: 'bad' },
        { label: say('desk.list.tab.left_out'), value: leftOut, look: 'hatched' },
        { label: say('desk.list.tab.undecided'), value: undecided, look: 'open' },
      ]}
    />
  );
}
