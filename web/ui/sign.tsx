/**
 * The signs of the house, each with a shape of its own so that it reads in one ink. A sign never stands without its
 * words.
 *
 * - `bad`, `good`: a signal for the worse (diamond) or the better (ring), `kept` a check, `missed` a diamond
 * - `risk`: a triangle: at risk, or a promise missed without a signal
 * - `usual`: a dash, `open`: a dotted ring, `paused`: a double bar, `changed`: an ink diamond
 */
export type SignName = 'bad' | 'good' | 'changed' | 'kept' | 'missed' | 'risk' | 'usual' | 'open' | 'paused';

const COLOURS: Readonly<Record<SignName, string>> = {
  bad: 'var(--red)',
  missed: 'var(--red)',
  good: 'var(--green)',
  kept: 'var(--green)',
  changed: 'var(--ink)',
  risk: 'var(--amber)',
  usual: 'var(--lim)',
  open: 'var(--lim)',
  paused: 'var(--mut)',
};

export function Sign({ name }: { readonly name: SignName }) {
  const colour = COLOURS[name];
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" className="sign">
      {shapeOf(name, colour)}
    </svg>
  );
}

function shapeOf(name: SignName, colour: string) {
  const line = { fill: 'none', stroke: colour, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
  switch (name) {
    case 'bad':
    case 'missed':
    case 'changed':
      return <path d="M6 1l5 5-5 5-5-5z" fill={colour} />;
    case 'good':
      return <circle cx="6" cy="6" r="4" {...line} strokeWidth="1.8" />;
    case 'kept':
      return <path d="M1.5 6.5 4.5 9.5 10.5 2.5" {...line} strokeWidth="2" />;
    case 'risk':
      return <path d="M6 1.5 11.3 10.5H.7z" fill={colour} />;
    case 'usual':
      return <path d="M1.5 6h9" {...line} strokeWidth="2" />;
    case 'open':
      return <circle cx="6" cy="6" r="4" {...line} strokeWidth="1.5" strokeDasharray="1.5 2.7" />;
    case 'paused':
      return <path d="M4 2v8M8 2v8" {...line} strokeWidth="1.8" />;
  }
}
