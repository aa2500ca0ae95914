import './chart-stories.css';
import type { ReactNode } from 'react';

/** One story: what it shows, and the thing itself. */
export function StorySection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="story" aria-label={title}>
      <p className="note">{title}</p>
      {children}
    </section>
  );
}
