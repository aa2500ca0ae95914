import { useId } from 'react';

export interface ImportBarProps {
  /** How far it is, in words. */
  readonly label: string;
  /** From 0 to 1; null while nobody knows. */
  readonly part: number | null;
  readonly note?: string;
}

/** How far something is: the words, and a bar that grows. */
export function ImportBar({ label, part, note }: ImportBarProps) {
  const id = useId();
  const value = part === null ? {} : { 'aria-valuenow': Math.round(part * 100) };
  return (
    <div className="import-progress">
      <p id={id}>{label}</p>
      <div
        className="import-track"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        {...value}
      >
        <div className="import-filled" style={{ width: `${(part ?? 0) * 100}%` }} />
      </div>
      {note ? <p className="note">{note}</p> : null}
    </div>
  );
}
