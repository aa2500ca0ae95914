import { lazy, Suspense } from 'react';
import { Skeleton } from './skeleton.tsx';

const TypedDate = lazy(async () => ({ default: (await import('./typed-date.tsx')).TypedDate }));

export interface DateFieldProps {
  readonly label: string;
  /** The label is said but not shown. */
  readonly isLabelHidden?: boolean;
  readonly hint?: string;
  readonly error?: string | null;
  /** A local date such as `2026-06-01`; null: empty. */
  readonly value: string | null;
  /** Hears every whole date, and null while there is none. */
  readonly onChange: (value: string | null) => void;
  readonly earliest?: string;
  readonly latest?: string;
  readonly isDisabled?: boolean;
}

/** A day, typed as the person's language writes it. */
export function DateField(props: DateFieldProps) {
  return (
    <Suspense fallback={<Skeleton height={56} width={132} />}>
      <TypedDate {...props} />
    </Suspense>
  );
}
