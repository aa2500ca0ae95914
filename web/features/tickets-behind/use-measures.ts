import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import { usePreferences } from '#web/shell/preferences.ts';

/** What the layout of a list depends on, measured. */

const PHONE = '(max-width: 639px)';

/** Whether rows are cards. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = matchMedia(PHONE);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => matchMedia(PHONE).matches,
  );
}

/** Pixels of a row in the density a person chose: the value of `--row`. */
export function useRowHeight(): number {
  return { comfortable: 44, normal: 34, compact: 28 }[usePreferences().density];
}

/** The width of an element in pixels; `first` until it was measured. */
export function useWidth(element: RefObject<HTMLElement | null>, first: number): number {
  const [width, setWidth] = useState(first);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Whether the page is being printed: only then a list is written out as a table. */
export function useIsPrinting(onChange: (isPrinting: boolean) => void): void {
  useEffect(() => {
    const begin = (): void => onChange(true);
    const end = (): void => onChange(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, [onChange]);
}
