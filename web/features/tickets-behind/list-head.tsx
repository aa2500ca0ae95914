import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { writeSearch } from '#web/shell/address-search.ts';
import { type FigureSearch, readFigureSearch } from '#web/shell/figure-search.ts';
import { useWords } from '#web/shell/words.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { FigureTold } from './shown-columns.ts';

/** The address of a figure's page with the question of this list. */
export function figureAddress(id: string, search: FigureSearch): string {
  return `/desk/cockpit/${id}${writeSearch({ ...readFigureSearch({ ...search } as Parameters<typeof readFigureSearch>[0]) })}`;
}

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
  const { history } = useRouter();
  const address = figureAddress(figure.id, search);
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    history.push(address);
  };
  const above = (
    <div className="list-above">
      <a href={address} className="list-back" onClick={follow}>
        <Icon name="left" />
        <span>
          {value === null
            ? say('desk.list.backBare', { figure: figure.name })
            : say('desk.list.back', { figure: figure.name, value: format.withUnit(value, figure) })}
        </span>
      </a>
      {asOf === null ? null : (
        <span>{say('desk.list.asOf', { moment: format.moment(asOf), version: figure.definitionVersion })}</span>
      )}
    </div>
  );
  return <PageHead title={title} above={above} />;
}
