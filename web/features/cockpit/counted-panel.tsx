import './counted-panel.css';
import { useDefinition } from '#web/shell/figure-queries.ts';
import { useWords } from '#web/shell/words.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import type { CockpitHead, Tile, TileFigure } from './cockpit-lines.ts';
import { leftOutText, numbersText } from './counted-words.ts';

export interface CountedPanelProps {
  readonly figure: TileFigure;
  readonly tile: Tile;
  readonly head: CockpitHead;
  readonly onSetTarget: () => void;
}

/** How a figure is counted: its definition in words, and the numbers of this tile in it. */
export function CountedPanel({ figure, tile, head, onSetTarget }: CountedPanelProps) {
  const words = useWords();
  const { say, format } = words;
  const definition = useDefinition(figure.id);
  if (definition.isError) {
    return (
      <ErrorState title={say('desk.problem.part')} error={definition.error} onRetry={() => void definition.refetch()} />
    );
  }
  if (!definition.data) return <Skeleton width={340} height={320} />;
  const { formula, cohort, clock, leftOut, undecided, notThis } = definition.data;
  const { row, target } = tile;
  const rows: readonly (readonly [title: string, text: string, here?: string])[] = [
    [say('desk.cockpit.counted.formula'), formula, numbersText(tile, figure, words)],
    [say('desk.cockpit.counted.cohort'), cohort],
    [say('desk.cockpit.counted.clock'), clock],
    [say('desk.cockpit.counted.leftOut'), leftOut, leftOutText(tile, words)],
    ...(undecided === null
      ? []
      : ([
          [
            say('desk.cockpit.counted.undecided'),
            undecided,
            say('desk.cockpit.counted.undecidedHere', { n: format.whole(row.undecided) }),
          ],
        ] as const)),
    ...(row.immature === 0
      ? []
      : ([
          [
            say('desk.cockpit.counted.immature'),
            say('desk.cockpit.counted.immatureHere', { n: format.whole(row.immature), all: format.whole(row.n) }),
          ],
        ] as const)),
    [say('desk.cockpit.counted.notThis'), notThis],
  ];
  return (
    <div className="counted">
      <h2 className="counted-title">{figure.name}</h2>
      <dl className="counted-rows">
        {rows.map(([title, text, here]) => (
          <div key={title} className="counted-row">
            <dt>{title}</dt>
            <dd>
              {text}
              {here ? <p className="counted-here">{here}</p> : null}
            </dd>
          </div>
        ))}
      </dl>
      <p className="note">
        {say('desk.cockpit.counted.version', {
          version: figure.definitionVersion,
          moment: format.moment(head.asOf),
        })}
      </p>
      <div className="counted-target">
        <p>
          {target === null
            ? say('desk.cockpit.counted.noTarget')
            : say('desk.cockpit.counted.target', {
                target: `${say(`desk.cockpit.target.${target.direction}`)} ${format.tight(target.value, figure)}`,
                owner: target.owner,
                date: format.date(`${target.validFrom}T12:00:00Z`),
              })}
        </p>
        <Button slot="close" onPress={onSetTarget}>
          {say(target === null ? 'desk.cockpit.counted.setTarget' : 'desk.cockpit.counted.changeTarget')}
        </Button>
      </div>
    </div>
  );
}
