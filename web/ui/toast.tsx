import './toast.css';
import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { observable } from '#web/shell/observable.ts';
import { useWords } from '#web/shell/words.tsx';
import { Icon } from './icon.tsx';

/** A short word about what has just been done. */
export interface Toast {
  readonly words: string;
  /** Takes it back, or leads to it. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface ShownToast extends Toast {
  readonly id: number;
}

const shown = observable<readonly ShownToast[]>([]);
const seconds = 10;
const most = 3;
let lastId = 0;

/** Says something at the foot of the page for ten seconds; longer while the pointer or the focus is on it. */
export function toast(words: Toast): void {
  lastId += 1;
  shown.set([...shown.get(), { ...words, id: lastId }].slice(-most));
}

/** Where toasts appear; once in the desk. Nothing important depends on seeing one. */
export function ToastRegion() {
  const { say } = useWords();
  const toasts = shown.use();
  return (
    <section className="toasts no-print" aria-label={say('desk.toasts')} aria-live="polite">
      {toasts.map((one) => (
        <ToastCard key={one.id} toast={one} />
      ))}
    </section>
  );
}

function ToastCard({ toast: { id, words, action } }: { readonly toast: ShownToast }) {
  const { say } = useWords();
  const [isHeld, setHeld] = useState(false);
  const left = useRef(seconds * 1000);
  const close = (): void => shown.set(shown.get().filter((one) => one.id !== id));
  useEffect(() => {
    if (isHeld) return;
    const since = Date.now();
    const timer = setTimeout(() => shown.set(shown.get().filter((one) => one.id !== id)), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(2_000, left.current - (Date.now() - since));
    };
  }, [id, isHeld]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding it is a kindness, its buttons do the work.
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{words}</span>
      {action ? (
        <AriaButton
          className="toast-action"
          onPress={() => {
            action.run();
            close();
          }}
        >
          {action.label}
        </AriaButton>
      ) : null}
      <AriaButton className="toast-close" aria-label={say('desk.close')} onPress={close}>
        <Icon name="close" />
      </AriaButton>
    </div>
  );
}
