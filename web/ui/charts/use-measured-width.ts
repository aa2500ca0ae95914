import { useCallback, useState } from 'react';

const listeners = new WeakMap<Element, (width: number) => void>();

/** One observer for all charts of a page. */
const observer = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) listeners.get(target)?.(Math.floor(contentRect.width));
});

/** What was measured last for each first guess: the next chart of the kind mostly has the same room. */
const measuredBefore = new Map<number, number>();

/**
 * The width of an element, known before it is first painted: the ref measures it while it is put in place, and again
 * only when it changes. The one rendering before that takes what a chart with the same `initial` had; nobody sees it,
 * and where the guess was right it is the only one.
 */
export function useMeasuredWidth(initial: number): readonly [ref: (element: Element | null) => void, width: number] {
  const [width, setWidth] = useState(() => measuredBefore.get(initial) ?? initial);
  const ref = useCallback(
    (element: Element | null) => {
      if (element === null) return;
      const show = (measured: number) => {
        // An element that is hidden has no width, and will get one again.
        if (measured <= 0) return;
        measuredBefore.set(initial, measured);
        setWidth(measured);
      };
      show(Math.floor(element.clientWidth));
      listeners.set(element, show);
      observer.observe(element);
      return () => observer.unobserve(element);
    },
    [initial],
  );
  return [ref, width];
}
