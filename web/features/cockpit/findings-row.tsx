import './findings-row.css';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { periodTokenOf } from '#core/periods/period-token.ts';
import { localDate } from '#core/time/local-date.ts';
import { dimensionValueName } from '#web/shell/dimension-words.ts';
import type { FigureSearch } from '#web/shell/figure-search.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { periodName, startOf } from '#web/ui/charts/period-words.ts';
import { Sign } from '#web/ui/sign.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { type Cockpit, type Finding, figuresOf, type TileFigure } from './cockpit-lines.ts';
import { briefFinding, calmWords, tellFinding } from './finding-words.ts';
import { lastConspicuous } from './last-conspicuous.ts';
import { factsOf, failuresText, thingsText } from './things.ts';

export interface FindingsRowProps {
  readonly cockpit: Cockpit;
  readonly search: FigureSearch;
}

const SHOWN = 3;

/** What stands out as stories, the strongest first: each leads to its chart and to the tickets that show it. */
export function FindingsRow({ cockpit, search }: FindingsRowProps) {
  const words = useWords();
  const { say } = words;
  const [isAll, setAll] = useState(false);
  const { findings, head } = cockpit;
  const all = findings?.findings ?? [];
  const stories = all.filter(({ toldBy }) => toldBy === null);
  const shown = isAll ? stories : stories.slice(0, SHOWN);
  const figures = new Map(figuresOf(head).map((figure) => [figure.id, figure]));
  return (
    <section className="cockpit-row findings" aria-labelledby="found">
      <div className="cockpit-margin">
        <h2 id="found">{say('desk.cockpit.found')}</h2>
        {stories.length > SHOWN ? (
          <Button look="quiet" onPress={() => setAll(!isAll)} aria-expanded={isAll}>
            {isAll
              ? say('desk.cockpit.found.fewer')
              : say(`desk.cockpit.found.more.${stories.length - SHOWN === 1 ? 'one' : 'many'}`, {
                  n: stories.length - SHOWN,
                })}
          </Button>
        ) : null}
      </div>
      {findings === null ? (
        <div className="findings-coming">
          <Skeleton width="60%" height={16} />
          <Skeleton width="40%" height={16} />
        </div>
      ) : stories.length === 0 ? (
        <CalmWords cockpit={cockpit} />
      ) : (
        <ol className="findings-list" data-stories={Math.min(SHOWN, stories.length)}>
          {shown.map((finding) => (
            <FoundItem
              key={finding.figure}
              finding={finding}
              others={all.filter(({ toldBy }) => toldBy === finding.figure)}
              figures={figures}
              cockpit={cockpit}
              search={search}
            />
          ))}
        </ol>
      )}
      {findings === null ? null : <LastConspicuous cockpit={cockpit} search={search} />}
    </section>
  );
}

function CalmWords({ cockpit }: Pick<FindingsRowProps, 'cockpit'>) {
  const { title, why } = calmWords(cockpit, useWords());
  return (
    <p className="findings-none">
      <strong>{title}</strong> {why}
    </p>
  );
}

/** The way from a calm period to the last one that was not. */
function LastConspicuous({ cockpit, search }: FindingsRowProps) {
  const words = useWords();
  const { by, isWhole } = cockpit.head;
  const last = isWhole ? lastConspicuous(cockpit) : null;
  if (last === null) return null;
  const start = startOf(last.from, words);
  const period = periodTokenOf(by, localDate(start.year, start.month, start.day));
  return (
    <p className="findings-last note">
      <Link to="/cockpit" search={{ ...search, period }}>
        {words.say('desk.cockpit.found.last', { period: periodName(start, by, { words }), n: last.figures })}
      </Link>
    </p>
  );
}

interface FoundItemProps extends FindingsRowProps {
  readonly finding: Finding;
  /** Those of the same cause. */
  readonly others: readonly Finding[];
  readonly figures: ReadonlyMap<string, TileFigure>;
}

function FoundItem({ finding, others, figures, cockpit, search }: FoundItemProps) {
  const words = useWords();
  const figure = figures.get(finding.figure)!;
  const tile = cockpit.tiles[finding.figure]!;
  const { sign, title, why } = tellFinding(finding, { figure, tile, head: cockpit.head, words });
  const facts = factsOf(finding, tile, { figure, search });
  return (
    <li className="finding">
      <Sign name={sign} />
      <div>
        <Link to="/cockpit/$figure" params={{ figure: figure.id }} search={search} className="finding-title">
          {title}
        </Link>
        <p className="finding-why">
          {why}{' '}
          <Link to="/q/$figure" params={{ figure: figure.id }} search={facts.search}>
            {words.say('desk.cockpit.found.see', {
              things: (facts.search.success ? failuresText : thingsText)(facts.count, figure, words),
            })}
          </Link>
        </p>
        {others.length === 0 ? null : (
          <div className="finding-others">
            <span className="note">
              {words.say('desk.cockpit.found.sameWhere', { where: dimensionValueName(finding.where!, words) })}
            </span>
            <ul>
              {others.map((other) => (
                <li key={other.figure}>
                  <Link to="/cockpit/$figure" params={{ figure: other.figure }} search={search}>
                    {briefFinding(other, { figure: figures.get(other.figure)!, words })}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </li>
  );
}
