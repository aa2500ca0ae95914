import type { ReactNode } from 'react';
import type { CockpitHead, Tile } from '#web/features/cockpit/cockpit-lines.ts';
import { comparedName } from '#web/features/cockpit/period-names.ts';
import { changeVerdict, courseVerdict } from '#web/features/cockpit/tile-words.ts';
import { useMay } from '#web/shell/session.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { SignLine } from '#web/ui/sign-line.tsx';
import type { Figure } from './figure-things.ts';
import { comparedText, countedText, intervalText, targetText } from './figure-words.ts';

export interface FigureNumbersProps {
  readonly figure: Figure;
  readonly tile: Tile;
  readonly head: CockpitHead;
  /** The same against the year before; null when it is not asked or has not come. */
  readonly yearBefore: { readonly tile: Tile; readonly head: CockpitHead } | null;
  /** The date from which nothing is promised any more. */
  readonly endedFrom: string | null;
  readonly onSetTarget: () => void;
}

/** The value large, and beside it what was counted, promised, found and compared. */
export function FigureNumbers({ figure, tile, head, yearBefore, endedFrom, onSetTarget }: FigureNumbersProps) {
  const words = useWords();
  const { say, format } = words;
  const { row } = tile;
  const verdict = courseVerdict(tile, { figure, head, words });
  const target = targetText(tile, figure, words);
  const maySet = useMay('targets.set');
  const isSet = target !== null && endedFrom === null;
  const duration = row.duration;
  return (
    <section className="figure-numbers" aria-label={figure.name}>
      <HeroValue figure={figure} tile={tile} />
      <dl>
        <Fact term={say('desk.figure.counted')}>{countedText(row, figure, words)}</Fact>
        <Fact term={say('desk.figure.interval')}>{intervalText(row, figure, words)}</Fact>
        {duration?.mean != null && duration.p90 !== null ? (
          <Fact term={say('desk.figure.spread.term')}>
            {say('desk.figure.spread', {
              mean: format.withUnit(duration.mean, figure),
              p90: format.withUnit(duration.p90, figure),
            })}
          </Fact>
        ) : null}
      </dl>
      <dl>
        <Fact
          term={say('desk.figure.target')}
          action={
            maySet ? (
              <Button
                look="quiet"
                {...(isSet ? { 'aria-label': say('desk.cockpit.counted.changeTarget') } : {})}
                onPress={onSetTarget}
              >
                {say(isSet ? 'desk.figure.target.change' : 'desk.figure.target.set')}
              </Button>
            ) : null
          }
        >
          {target === null ? (
            <span className="muted">{say('desk.figure.target.none')}</span>
          ) : (
            <span className="figure-promise">{target}</span>
          )}
          {target === null || endedFrom === null ? null : (
            <span className="note figure-chance">
              {say('desk.figure.target.ended', { date: format.date(`${endedFrom}T12:00:00Z`) })}
            </span>
          )}
        </Fact>
        <Fact term={say('desk.figure.signal')}>
          <SignLine name={verdict.sign}>{verdict.text}</SignLine>
        </Fact>
      </dl>
      <dl>
        {head.comparison === null ? (
          <Fact term={say('desk.cockpit.compare')}>
            <span className="muted">{say('desk.cockpit.notCompared')}</span>
          </Fact>
        ) : (
          <Compared figure={figure} tile={tile} head={head} />
        )}
        {yearBefore?.tile.comparison?.reference ? <Compared figure={figure} {...yearBefore} /> : null}
      </dl>
    </section>
  );
}

function HeroValue({ figure, tile: { row } }: Pick<FigureNumbersProps, 'figure' | 'tile'>) {
  const { say, sayLoosely, format } = useWords();
  if (row.value === null) {
    return (
      <p className="figure-hero">
        <span className="figure-hero-value">–</span>
        <span className="note">{sayLoosely(`reason.${row.reason ?? 'no_cases'}`)}</span>
      </p>
    );
  }
  const { values, unit } = format.told([row.value], figure);
  const bound =
    row.bound && say(row.bound === 'at_least' ? 'desk.cockpit.target.at_least' : 'desk.cockpit.target.at_most');
  return (
    <p className="figure-hero">
      {bound ? <span className="note">{bound}</span> : null}
      <span className="figure-hero-value">
        {values[0]}
        {unit === '' ? null : <span className="figure-hero-unit">{`\u202f${unit}`}</span>}
      </span>
    </p>
  );
}

function Compared({ figure, tile, head }: Pick<FigureNumbersProps, 'figure' | 'tile' | 'head'>) {
  const words = useWords();
  const chance = changeVerdict(tile, words);
  const name = comparedName(head, words) ?? '';
  if (!head.comparison?.reference) return <Fact term={words.say('desk.cockpit.compare')}>{name}</Fact>;
  return (
    <Fact term={name}>
      {comparedText(tile, figure, words)}
      {chance === null ? null : <span className="note figure-chance">{chance}</span>}
    </Fact>
  );
}

interface FactProps {
  readonly term: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Fact({ term, action = null, children }: FactProps) {
  return (
    <div className="figure-fact">
      <dt className="note">
        {term}
        {action === null ? null : <span className="figure-fact-action no-print">{action}</span>}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
