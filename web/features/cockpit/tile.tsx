import './tile.css';
import { Link } from '@tanstack/react-router';
import { lazy, memo, Suspense, useId, useState } from 'react';
import { isBarelyRecorded } from '#core/figures/recorded.ts';
import type { FigureSearch } from '#web/shell/figure-search.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { Sparkline } from '#web/ui/charts/sparkline.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Popover } from '#web/ui/popover.tsx';
import { Sign } from '#web/ui/sign.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import type { CockpitHead, Tile, TileFailure, TileFigure } from './cockpit-lines.ts';
import { CountedPanel } from './counted-panel.tsx';
import { referenceName } from './period-names.ts';
import { thingsText } from './things.ts';
import { drawnChart } from './tile-chart.ts';
import { changeText, changeVerdict, surenessText, tileName, valueText, verdictsOf } from './tile-words.ts';
import { refreshCockpit } from './use-cockpit.ts';

const TargetDialog = lazy(async () => ({ default: (await import('./target-dialog.tsx')).TargetDialog }));

export interface FigureTileProps {
  readonly figure: TileFigure;
  readonly head: CockpitHead;
  readonly tile: Tile | null;
  readonly failure: TileFailure | null;
  readonly search: FigureSearch;
}

/** A figure at a glance: value, comparison, course, sureness, and what it says. All of it leads to its page. */
export const FigureTile = memo(function FigureTile(props: FigureTileProps) {
  const { figure, tile, failure, search } = props;
  const words = useWords();
  const name = useId();
  return (
    <article className="tile" aria-labelledby={name} aria-busy={tile === null && failure === null}>
      <h3 className="tile-name" id={name}>
        <Link to="/cockpit/$figure" params={{ figure: figure.id }} search={search} className="tile-link">
          {tileName(figure, words)}
        </Link>
      </h3>
      {tile ? <TileContent {...props} tile={tile} /> : failure ? <FailedTile failure={failure} /> : <ComingTile />}
    </article>
  );
});

function TileContent({ figure, head, tile, search }: FigureTileProps & { readonly tile: Tile }) {
  const words = useWords();
  const context = { figure, head, words };
  const { row, target } = tile;
  const sureness = surenessText(tile, context);
  // A course per working day or per hundred has another scale than the value, its interval and its target.
  const isOfValues = tile.chart === null || tile.chart.measure === 'value';
  const { split: _, ...asked } = search;
  const n = words.say('desk.cockpit.tile.n', { n: words.format.whole(row.n) });
  return (
    <>
      <div className="tile-head">
        <TileValue tile={tile} figure={figure} />
        <TileChange figure={figure} head={head} tile={tile} />
      </div>
      <div className="tile-chart" aria-hidden="true">
        <Sparkline
          chart={drawnChart(tile, head)}
          figure={figure}
          label=""
          target={target !== null && isOfValues ? target.value : null}
          interval={row.low !== null && row.high !== null && isOfValues ? [row.low, row.high] : null}
          isLastRunning={head.isRunning}
        />
      </div>
      <p className="tile-facts note">
        <Link
          to="/q/$figure"
          params={{ figure: figure.id }}
          search={asked}
          className="tile-n"
          aria-label={`${n}${words.say('desk.cockpit.tile.n.behind', { name: figure.name, things: thingsText(row.n, figure, words) })}`}
        >
          {n}
        </Link>
        {sureness === null ? null : ` · ${sureness}`}
      </p>
      <div className="tile-verdicts">
        {verdictsOf(tile, context).map(({ sign, text, isCalm }) => (
          <p key={sign} className={isCalm ? 'tile-verdict muted' : 'tile-verdict'}>
            <Sign name={sign} />
            <span>{text}</span>
          </p>
        ))}
      </div>
      <TileMenu figure={figure} head={head} tile={tile} />
    </>
  );
}

function TileValue({ tile, figure }: { readonly tile: Tile; readonly figure: TileFigure }) {
  const words = useWords();
  const { value, bound } = tile.row;
  const { format } = words;
  if (value === null) {
    return (
      <p className="tile-value tile-none">
        <span aria-hidden="true">{'\u2013'}</span>
        <span className="visually-hidden">{valueText(tile, figure, words)}</span>
      </p>
    );
  }
  const { values, unit } = format.told([value], figure);
  return (
    <p className={isBarelyRecorded(tile.row) ? 'tile-value tile-none' : 'tile-value'}>
      <span className="visually-hidden">{valueText(tile, figure, words)}</span>
      <span aria-hidden="true">
        {bound === null ? null : <small>{bound === 'at_least' ? '\u2265\u202f' : '\u2264\u202f'}</small>}
        {values[0]}
        {unit === '' ? null : <small>{`\u202f${unit}`}</small>}
      </span>
    </p>
  );
}

interface TilePart {
  readonly figure: TileFigure;
  readonly head: CockpitHead;
  readonly tile: Tile;
}

function TileChange({ figure, head, tile }: TilePart) {
  const words = useWords();
  const reference = referenceName(head, words);
  const change = reference === '' ? null : changeText(tile, { figure, words, reference });
  if (change === null) return null;
  return (
    <p className="tile-change note">
      <span>{change}</span>
      <span>{changeVerdict(tile, words)}</span>
    </p>
  );
}

function TileMenu({ figure, head, tile }: TilePart) {
  const { say } = useWords();
  const [isSetting, setSetting] = useState(false);
  return (
    <div className="tile-menu no-print">
      <Popover
        look="quiet"
        label={
          <>
            <Icon name="more" />
            <span className="visually-hidden">{say('desk.cockpit.tile.more', { name: figure.name })}</span>
          </>
        }
        title={say('desk.cockpit.counted')}
      >
        <CountedPanel figure={figure} tile={tile} head={head} onSetTarget={() => setSetting(true)} />
      </Popover>
      {isSetting ? (
        <Suspense fallback={null}>
          <TargetDialog figure={figure} isOpen onClose={() => setSetting(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** Only its own tile says that a figure failed; the others stand. */
function FailedTile({ failure }: { readonly failure: TileFailure }) {
  const { say } = useWords();
  // What never came is told above all tiles, with a way to ask anew.
  if (failure.title === '') return <p className="tile-failed muted">{say('desk.cockpit.tile.notCome')}</p>;
  return (
    <div className="tile-failed" role="alert">
      <p>{say('desk.cockpit.tile.failed')}</p>
      <p className="note">{failure.title}</p>
      <div className="no-print">
        <Button onPress={() => void refreshCockpit()}>{say('desk.retry')}</Button>
      </div>
    </div>
  );
}

/** Keeps the place of what a tile will show. */
export function ComingTile() {
  return (
    <>
      <div className="tile-head">
        <Skeleton width={96} height={32} />
      </div>
      <div className="tile-chart">
        <Skeleton height={48} />
      </div>
      <div className="tile-coming">
        <Skeleton width="70%" height={12} />
        <Skeleton width="50%" height={12} />
      </div>
    </>
  );
}
