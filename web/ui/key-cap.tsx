import './key-cap.css';

const NAMES: Readonly<Record<string, string>> = {
  ' ': '␣',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
};

/** Whether this is a keyboard with a command key. */
const isApple = /mac|iphone|ipad/i.test(navigator.platform);

export interface KeyCapProps {
  readonly keys: string;
  readonly controlKey: string;
  /** Beside a name that it is no part of. */
  readonly isSilent?: boolean;
}

/**
 * Keys as they are printed on keyboards. `keys`: one key (`j`), several one after the other (`g c`), or together
 * (`mod+k`; `mod` is the command key there, else control).
 */
export function KeyCap({ keys, controlKey, isSilent = false }: KeyCapProps) {
  return (
    <span className="key-caps" aria-hidden={isSilent}>
      {keys.split(' ').map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice, and they never move.
        <kbd key={`${step}${place}`} className="key-cap">
          {keyText(step, controlKey)}
        </kbd>
      ))}
    </span>
  );
}

/** One step in words, for a key cap or a label: `mod+k` is `Strg K`. */
export function keyText(step: string, controlKey: string): string {
  const parts = step === '+' ? ['+'] : step.split('+');
  const named = parts.map((part) => {
    if (part === 'mod') return isApple ? '⌘' : controlKey;
    return NAMES[part] ?? (part.length === 1 && parts.length > 1 ? part.toUpperCase() : part);
  });
  return named.join(' ');
}
