import { Link } from '@tanstack/react-router';
import { type FigureSearch, figureSearchOf } from '#web/shell/figure-search.ts';
import { useWords } from '#web/shell/words.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { FigureTold } from './shown-columns.ts';

export interface ListHeadProps {
  readonly figure: FigureTold;
  readonly search: FigureSearch;
  readonly title: string;
  /** What the figure's answer is; null while it has not come or there is none. */
  readonly value: number | null;
  readonly asOf: string | null;
}

/** The finding, the way back to the figure, and as of when it was read. */
export function ListHead({ figure, search, title, value, asOf }: ListHeadProps) {
  const { say, format } = useWords();
  const above = (
    <div className="list-above">
      <Link to="/cockpit/$figure" params={{ figure: figure.id }} search={figureSearchOf(search)} className="list-back">
        <Icon name="left" />
        <span>
          {value === null
            ? say('desk.list.backBare', { figure: figure.name })
            : say('desk.list.back', { figure: figure.name, value: format.withUnit(value, figure) })}
        </span>
      </Link>
      <span className="list-as-of">
        {asOf === null
          ? '\u00a0'
          : say('desk.list.asOf', { moment: format.moment(asOf), version: figure.definitionVersion })}
      </span>
    </div>
  );
  return <PageHead title={title} above={above} />;
}
