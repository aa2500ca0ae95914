import { Component, type ReactNode } from 'react';
import { useWords } from '#web/shell/words.tsx';
import { ErrorState } from './error-state.tsx';

export interface PartProps {
  readonly children: ReactNode;
  /** What stands in the place of a part that broke; left out: the words of the house with a retry. */
  readonly fallback?: (error: unknown, retry: () => void) => ReactNode;
  /** When it changes, a broken part is tried again. */
  readonly resetKey?: string;
}

/** A part of a page that may break without taking the page along: a tile, a chart, a list. */
export function Part(props: PartProps) {
  const { say } = useWords();
  const fallback = (error: unknown, retry: () => void) => (
    <ErrorState title={say('desk.problem.part')} error={error} onRetry={retry} />
  );
  return <Boundary fallback={fallback} {...props} key={props.resetKey ?? ''} />;
}

interface Broken {
  readonly error: unknown;
}

class Boundary extends Component<PartProps & Required<Pick<PartProps, 'fallback'>>, { broken: Broken | null }> {
  override state: { broken: Broken | null } = { broken: null };

  static getDerivedStateFromError(error: unknown): { broken: Broken } {
    return { broken: { error } };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    if (broken === null) return this.props.children;
    return this.props.fallback(broken.error, () => this.setState({ broken: null }));
  }
}
