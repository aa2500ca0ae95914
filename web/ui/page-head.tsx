import './page-head.css';
import { type ReactNode, useEffect, useRef } from 'react';

export interface PageHeadProps {
  /** The finding, as a sentence. */
  readonly title: string;
  /** What stands above it: the way back. */
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of a page: its sentence is the document's title, and gets the focus when somebody comes here. */
export function PageHead({ title, above, below, actions }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Kundig`;
  }, [title]);
  return (
    <header className="page-head">
      <div className="page-head-words">
        {above ? <div className="note page-head-above">{above}</div> : null}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {below ? <div className="note">{below}</div> : null}
      </div>
      {actions ? <div className="page-head-actions no-print">{actions}</div> : null}
    </header>
  );
}
