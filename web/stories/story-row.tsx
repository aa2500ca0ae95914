import type { ReactNode } from 'react';

/** A state and what it looks like. */
export function StoryRow({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="story-row">
      <p className="note">{title}</p>
      <div className="story-things">{children}</div>
    </div>
  );
}

/** States that a pointer or a keyboard would make, as the library marks them. */
export const madeStates = ['hovered', 'pressed', 'focus-visible'] as const;

export function marked(state: (typeof madeStates)[number]): Readonly<Record<string, string>> {
  return { [`data-${state}`]: 'true' };
}
