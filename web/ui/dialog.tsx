import { lazy, type ReactNode, Suspense } from 'react';

const DialogLayer = lazy(async () => ({ default: (await import('./dialog-layer.tsx')).DialogLayer }));

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the primary one last. */
  readonly actions?: ReactNode;
  /** It wants an answer before anything else goes on: neither Esc nor a click beside it closes it. */
  readonly isStaying?: boolean;
  /** `wide`: for tables and previews. */
  readonly width?: 'normal' | 'wide';
}

/** A layer above the page that wants an answer. Esc closes it, and the focus goes back to what opened it. */
export function Dialog(props: DialogProps) {
  if (!props.isOpen) return null;
  return (
    <Suspense fallback={null}>
      <DialogLayer {...props} />
    </Suspense>
  );
}
