import { foreignText } from '#text/foreign-text.ts';
import './page-head.css';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { greet, leave } from '#web/shell/arrival.ts';

export interface PageHeadProps {
  /** The finding, as a sentence. */
  readonly title: string;
  /** What stands before the sentence, quieter: a number. */
  readonly lead?: string;
  /** What stands above it: the way back. */
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  readonly actions?: ReactNode;
}

/** Longer titles are set smaller, or what follows would begin below the window. */
const LONG_TITLE = 140;

/** The head of a page: its sentence is the document's title, and gets the focus when somebody comes here. */
export function PageHead({ title, lead, above, below, actions }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${lead ? `${lead} ` : ''}${foreignText(title)} · Kundig`;
  }, [lead, title]);
  useLayoutEffect(() => {
    const own = heading.current;
    if (own === null) return;
    greet(own);
    return () => leave(own);
  }, []);
  return (
    <header className="page-head">
      <div className="page-head-words">
        {above ? <div className="note page-head-above">{above}</div> : null}
        <h1 ref={heading} tabIndex={-1} className={title.length > LONG_TITLE ? 'page-head-long' : undefined}>
          {lead ? <span className="page-head-lead">{lead} </span> : null}
          {foreignText(title)}
        </h1>
        {below ? <div className="note">{below}</div> : null}
      </div>
      {actions ? <div className="page-head-actions no-print">{actions}</div> : null}
    </header>
  );
}
