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

/**
 * Keys as they are printed on keyboards. `keys`: one key (`j`), several one after the other (`g c`), or together
 * (`mod+k`; `mod` is the command key there, else control).
 */
export function KeyCap({ keys, controlKey }: { readonly keys: string; readonly controlKey: string }) {
  return (
    <span className="key-caps">
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
