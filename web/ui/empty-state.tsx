import './state.css';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  /** Why there is nothing, and what comes next. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {children}
      {action}
    </div>
  );
}
