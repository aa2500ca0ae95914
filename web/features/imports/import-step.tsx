import { type ReactNode, useId } from 'react';

export interface ImportStepProps {
  readonly title: string;
  readonly note: string;
  readonly children: ReactNode;
}

/** A step of the page: its name in the margin, what it is about beside it. */
export function ImportStep({ title, note, children }: ImportStepProps) {
  const id = useId();
  return (
    <section className="import-step" aria-labelledby={id}>
      <div className="import-margin">
        <h2 id={id}>{title}</h2>
        <p className="note">{note}</p>
      </div>
      <div className="import-content">{children}</div>
    </section>
  );
}
