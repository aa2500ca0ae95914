import './bar-split.css';

export interface BarSplitRow {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** The value as it is written. */
  readonly text: string;
}

export interface BarSplitProps {
  readonly rows: readonly BarSplitRow[];
  /** Names what is compared, for those who do not see it. */
  readonly label: string;
}

/** A few values side by side in a tile: name, bar from zero, value. */
export function BarSplit({ rows, label }: BarSplitProps) {
  const most = Math.max(0, ...rows.map(({ value }) => value));
  return (
    <ul className="bar-split" aria-label={label}>
      {rows.map(({ key, label: name, value, text }) => (
        <li key={key}>
          <span className="bar-split-name">{name}</span>
          <span className="bar-split-track" aria-hidden="true">
            <span style={{ inlineSize: `${most > 0 ? (100 * Math.max(0, value)) / most : 0}%` }} />
          </span>
          <span className="bar-split-value">{text}</span>
        </li>
      ))}
    </ul>
  );
}
