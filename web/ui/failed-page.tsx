import type { ReactNode } from 'react';
import { ErrorState, type ErrorStateProps } from './error-state.tsx';
import { PageHead } from './page-head.tsx';

export interface FailedPageProps extends ErrorStateProps {
  readonly title: string;
  /** The way back. */
  readonly above?: ReactNode;
}

/** What stands in place of a page that could not be shown: its title is that of the page, so that the focus has a place. */
export function FailedPage({ title, above, ...state }: FailedPageProps) {
  return (
    <>
      <PageHead title={title} above={above} />
      <ErrorState {...state} />
    </>
  );
}
