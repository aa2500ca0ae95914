import './findings-row.css';
import { useState } from 'react';
import type { FigureSearch } from '#web/shell/figure-search.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { Sign } from '#web/ui/sign.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { type Cockpit, type Finding, figuresOf, type TileFigure } from './cockpit-lines.ts';
import { DeskLink } from './desk-link.tsx';
import { tellFinding } from './finding-words.ts';
import { factsOf, thingsText } from './things.ts';

export interface FindingsRowProps {
  readonly cockpit: Cockpit;
  readonly search: FigureSearch;
}

const SHOWN = 3;

/** What stands out, the strongest first: each leads to its chart and to the tickets that show it. */
export function FindingsRow({ cockpit, search }: FindingsRowProps) {
  const { say } = useWords();
  const [isAll, setAll] = useState(false);
  const { findings, head } = cockpit;
  const all = findings?.findings ?? [];
  const shown = isAll ? all : all.slice(0, SHOWN);
  const figures = new Map(figuresOf(head).map((figure) => [figure.id, figure]));
  return (
    <section className="cockpit-row findings" aria-labelledby="found">
      <div className="cockpit-margin">
        <h2 id="found">{say('desk.cockpit.found')}</h2>
        {all.length > SHOWN ? (
          <Button look="quiet" onPress={() => setAll(!isAll)} aria-expanded={isAll}>
            {isAll ? say('desk.cockpit.found.fewer') : say('desk.cockpit.found.more', { n: all.length - SHOWN })}
          </Button>
        ) : null}
      </div>
      {findings === null ? (
        <div className="findings-coming">
          <Skeleton width="60%" height={16} />
          <Skeleton width="40%" height={16} />
        </div>
      ) : all.length === 0 ? (
        <p className="findings-none">
          <strong>{say('desk.cockpit.found.none')}</strong>{' '}
          {say(head.isRunning ? 'desk.cockpit.found.running' : 'desk.cockpit.found.noneWhy')}
        </p>
      ) : (
        <ol className="findings-list">
          {shown.map((finding) => (
            <FoundItem
              key={finding.figure}
              finding={finding}
              figure={figures.get(finding.figure)!}
              cockpit={cockpit}
              search={search}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

interface FoundItemProps extends FindingsRowProps {
  readonly finding: Finding;
  readonly figure: TileFigure;
}

function FoundItem({ finding, figure, cockpit, search }: FoundItemProps) {
  const words = useWords();
  const { sign, title, why } = tellFinding(finding, { figure, head: cockpit.head, words });
  const tile = cockpit.tiles[finding.figure];
  const facts = tile && factsOf(finding, tile, { figure, search });
  return (
    <li className="finding">
      <Sign name={sign} />
      <div>
        <DeskLink to="/cockpit/$figure" params={{ figure: figure.id }} search={search} className="finding-title">
          {title}
        </DeskLink>
        <p className="finding-why">
          {why}{' '}
          {facts ? (
            <DeskLink to="/q/$figure" params={{ figure: figure.id }} search={facts.search}>
              {words.say('desk.cockpit.found.see', { things: thingsText(facts.count, figure, words) })}
            </DeskLink>
          ) : null}
        </p>
      </div>
    </li>
  );
}
