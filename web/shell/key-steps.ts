/** A press as shortcuts are written: `j`, `?`, `arrowdown`, `mod+k`, `shift+arrowdown`. */
export type Press = string;

/** What of a keyboard event counts. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const modifiers = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process']);

/**
 * Writes a press down. Shift shows in the character itself (`?`) and is named for keys without one. Null for modifiers
 * alone and for Alt, which types characters on many keyboards.
 */
export function readPress({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): Press | null {
  if (modifiers.has(key) || altKey) return null;
  const name = key.toLowerCase();
  const isCharacter = key.length === 1;
  const shift = shiftKey && (!isCharacter || /[a-z]/i.test(key)) ? 'shift+' : '';
  return `${ctrlKey || metaKey ? 'mod+' : ''}${shift}${name}`;
}

/** How long the first of two keys waits for the second. */
const patienceMilliseconds = 1_500;

/** Puts presses together into shortcuts of one or several steps. */
export class StepReader {
  private before: Press[] = [];
  private lastAt = Number.NEGATIVE_INFINITY;

  /** The shortcut that this press completes; null when there is none, or more steps may follow. */
  read(press: Press, at: number, known: readonly string[]): string | null {
    if (at - this.lastAt > patienceMilliseconds) this.forget();
    this.lastAt = at;
    for (const steps of [[...this.before, press], [press]]) {
      const typed = steps.join(' ');
      if (known.includes(typed)) {
        this.forget();
        return typed;
      }
      if (known.some((keys) => keys.startsWith(`${typed} `))) {
        this.before = steps;
        return null;
      }
    }
    this.forget();
    return null;
  }

  forget(): void {
    this.before = [];
  }
}
