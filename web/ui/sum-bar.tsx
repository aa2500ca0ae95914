import './sum-bar.css';

export interface SumPart {
  readonly label: string;
  /** Not negative; parts of nothing are left out of the bar but stay in the sentence. */
  readonly value: number;
  /** `solid`: counts. `bad`: counts, and is what should not be. `hatched`: does not count. `open`: not decided yet. */
  readonly look: 'solid' | 'bad' | 'hatched' | 'open';
}

export interface SumBarProps {
  /** The sentence that the bar draws: `1.714 + 214 = 1.928`. */
  readonly label: string;
  readonly parts: readonly SumPart[];
}

/** Parts of a whole as one bar, so that an equation can be seen to add up. */
export function SumBar({ label, parts }: SumBarProps) {
  return (
    <div className="sum-bar" role="img" aria-label={label}>
      {parts
        .filter(({ value }) => value > 0)
        .map(({ label: name, value, look }) => (
          <span key={name} className={`sum-part sum-part-${look}`} style={{ flexGrow: value }} title={name} />
        ))}
    </div>
  );
}
