import type { Tile } from '#web/features/cockpit/cockpit-lines.ts';
import type { ListSearch } from '#web/features/tickets-behind/list-search.ts';
import { useDefinition } from '#web/shell/figure-queries.ts';
import type { FigureSearch } from '#web/shell/figure-search.ts';
import { useWords } from '#web/shell/words.tsx';
import { useFollowLinks } from '#web/ui/charts/use-follow-links.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { listAddress } from './addresses.ts';
import type { Figure, Row } from './figure-things.ts';
import { wholeHours } from './figure-words.ts';

export interface CountedProps {
  readonly figure: Figure;
  readonly search: FigureSearch;
  readonly tile: Tile;
  readonly asOf: string;
}

/** How the number came about: the fraction, what was left out and why, and the words of the definition. */
export function Counted({ figure, search, tile: { row }, asOf }: CountedProps) {
  const { say, format } = useWords();
  const definition = useDefinition(figure.id);
  const { data, isError, error, refetch } = definition;
  return (
    <section className="figure-how">
      <h2>{say('desk.figure.how')}</h2>
      <Fraction figure={figure} row={row} />
      {isError ? <ErrorState title={say('desk.problem.part')} error={error} onRetry={() => void refetch()} /> : null}
      {data ? <p>{data.formula}</p> : isError ? null : <Skeleton height={60} />}
      <Doors figure={figure} search={search} row={row} />
      {data ? (
        <details className="figure-words">
          <summary>{say('desk.figure.how.cohort')}</summary>
          <p>{data.cohort}</p>
          <p>{data.clock}</p>
          <p>{data.leftOut}</p>
          {data.undecided === null ? null : <p>{data.undecided}</p>}
          <p>{data.notThis}</p>
        </details>
      ) : null}
      <p className="note">
        {say('desk.figure.how.version', { version: figure.definitionVersion, moment: format.moment(asOf) })}
      </p>
    </section>
  );
}

/** The words of the definition as a fraction, and under it the same with the numbers of this period. */
function Fraction({ figure, row }: { readonly figure: Figure; readonly row: Row }) {
  const words = useWords();
  const { sayLoosely, format } = words;
  const { numerator, denominator, value } = row;
  const above = sayLoosely(`desk.figure.fraction.${figure.id}`);
  const below = sayLoosely(`desk.figure.fraction.${figure.id}.of`);
  if (above === null || below === null || numerator === null || denominator === null || value === null) return null;
  const isTime = figure.kind === 'quotient';
  const text = (given: number): string => (isTime ? wholeHours(given, words) : format.whole(given));
  const isSum = figure.counts === 'clock' && figure.kind === 'share';
  const whole = isSum ? `${text(numerator)} + ${text(denominator - numerator)}` : text(denominator);
  return (
    <div className="figure-fractions">
      <Over above={above} below={below} />
      <p className="figure-fraction-line">
        <Over above={text(numerator)} below={whole} />
        <span>
          {figure.unit === 'percent' ? '× 100 = ' : '= '}
          <b>{format.withUnit(value, figure)}</b>
        </span>
      </p>
    </div>
  );
}

/** Drawn one above the other, told in a line. */
function Over({ above, below }: { readonly above: string; readonly below: string }) {
  return (
    <>
      <span className="visually-hidden">{`${above} / ${below.includes('+') ? `(${below})` : below}`}</span>
      <span className="figure-fraction" aria-hidden="true">
        <span>{above}</span>
        <span>{below}</span>
      </span>
    </>
  );
}

/** What stands beside the number, each a door to its facts. */
function Doors({ figure, search, row }: { readonly figure: Figure; readonly search: FigureSearch; readonly row: Row }) {
  const { say, sayLoosely, format } = useWords();
  const follow = useFollowLinks();
  const doors: readonly (readonly [name: string, count: number, search: ListSearch])[] = [
    ...Object.entries(row.excludedBy)
      .filter(([, count]) => count > 0)
      .sort(([, a], [, b]) => b - a)
      .map(
        ([reason, count]) =>
          [
            say('desk.figure.how.left', { reason: sayLoosely(`reason.${reason}`) ?? reason }),
            count,
            { ...search, tab: 'left_out', reason },
          ] as const,
      ),
    ...(row.undecided > 0
      ? ([[say('desk.figure.how.undecided'), row.undecided, { ...search, tab: 'undecided' }]] as const)
      : []),
    ...(row.immature > 0
      ? ([[say('desk.figure.how.immature'), row.immature, { ...search, tab: 'immature' }]] as const)
      : []),
    ...Object.entries(row.beside)
      .filter(([name, { n }]) => n > 0 && name !== 'oldest')
      .map(([name, { n }]) => [sayLoosely(`beside.${name}`) ?? name, n, { ...search, beside: name }] as const),
  ];
  if (doors.length === 0) return <p className="note">{say('desk.figure.how.leftNone')}</p>;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what is clicked and focused.
    <ul className="figure-doors" onClick={follow}>
      {doors.map(([name, count, to]) => (
        <li key={name}>
          <a href={listAddress(figure, to)}>
            <span>{name}</span>
            <span>{format.whole(count)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
