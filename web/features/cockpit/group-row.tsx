import type { FigureSearch } from '#web/shell/figure-search.ts';
import { useWords, type Words } from '#web/shell/words.tsx';
import { Sign, type SignName } from '#web/ui/sign.tsx';
import type { Cockpit, CockpitGroup, Findings } from './cockpit-lines.ts';
import { FigureTile } from './tile.tsx';

export interface GroupRowProps {
  readonly group: CockpitGroup;
  readonly cockpit: Cockpit;
  readonly search: FigureSearch;
}

type Tally = Findings['tally'];

/** The figures of one question to the service, with the tally of their verdicts in the margin. */
export function GroupRow({ group, cockpit, search }: GroupRowProps) {
  const words = useWords();
  const { say } = words;
  const { head, tiles, failures, findings } = cockpit;
  const tally = findings?.groups.find(({ id }) => id === group.id)?.tally ?? null;
  return (
    <section className="cockpit-row group" aria-labelledby={`group-${group.id}`}>
      <div className="cockpit-margin">
        <h2 id={`group-${group.id}`}>{say(`desk.cockpit.group.${group.id}`)}</h2>
        <p className="group-asks">{say(`desk.cockpit.group.${group.id}.asks`)}</p>
        <ul className="group-tally">
          {tally === null
            ? null
            : tallyLines(tally, words).map(({ sign, text }) => (
                <li key={sign}>
                  <Sign name={sign} />
                  {text}
                </li>
              ))}
        </ul>
      </div>
      <div className="tiles">
        {group.figures.map((figure) => (
          <FigureTile
            key={figure.id}
            figure={figure}
            head={head}
            tile={tiles[figure.id] ?? null}
            failure={failures[figure.id] ?? null}
            search={search}
          />
        ))}
        {group.awaits === null ? null : <AwaitedTile awaits={group.awaits} />}
      </div>
    </section>
  );
}

/** A figure that nobody can count yet, and what it needs. */
function AwaitedTile({ awaits }: { readonly awaits: NonNullable<CockpitGroup['awaits']> }) {
  const { say } = useWords();
  return (
    <article className="tile tile-awaited">
      <h3 className="tile-name">{say(`desk.cockpit.awaits.${awaits}`)}</h3>
      <p className="tile-value tile-none" aria-hidden="true">
        {'\u2013'}
      </p>
      <div className="tile-gap" aria-hidden="true" />
      <p className="note">{say(`desk.cockpit.awaits.${awaits}.why`)}</p>
      <p className="tile-verdict muted">
        <Sign name="open" />
        {say(`desk.cockpit.awaits.${awaits}.short`)}
      </p>
    </article>
  );
}

function tallyLines(
  tally: Tally,
  { say, format }: Words,
): readonly { readonly sign: SignName; readonly text: string }[] {
  const text = (name: 'kept' | 'missed' | 'open', count: number): string =>
    count === 1
      ? say(`desk.cockpit.tally.${name}.one`)
      : say(`desk.cockpit.tally.${name}.many`, { n: format.whole(count) });
  const { kept, missed, open, standOut, figures } = tally;
  const all = format.whole(figures);
  const lines = [
    kept > 0 ? { sign: 'kept' as const, text: text('kept', kept) } : null,
    missed > 0 ? { sign: 'risk' as const, text: text('missed', missed) } : null,
    open > 0 ? { sign: 'open' as const, text: text('open', open) } : null,
  ].filter((line) => line !== null);
  if (lines.length > 0 || standOut === 0) return lines;
  const found =
    standOut === 1
      ? say('desk.cockpit.tally.standOut.one', { all })
      : say('desk.cockpit.tally.standOut', { n: format.whole(standOut), all });
  return [{ sign: 'changed', text: found }];
}
