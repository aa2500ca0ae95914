import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { ToastRegion } from '#web/ui/toast.tsx';
import { Before } from './before.tsx';
import { queries } from './queries.ts';
import { router } from './router.tsx';
import { SessionGate } from './session-gate.tsx';

/** The whole desk. */
export function Desk() {
  return (
    <QueryClientProvider client={queries}>
      <Suspense fallback={<Before />}>
        <SessionGate>
          <RouterProvider router={router} />
          <ToastRegion />
        </SessionGate>
      </Suspense>
    </QueryClientProvider>
  );
}
