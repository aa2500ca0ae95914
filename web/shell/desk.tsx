import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { queries } from './queries.ts';
import { router } from './router.tsx';
import { WordsProvider } from './words.tsx';

/** The whole desk. */
export function Desk() {
  return (
    <QueryClientProvider client={queries}>
      <Suspense fallback={null}>
        <WordsProvider timeZone="Europe/Berlin">
          <RouterProvider router={router} />
        </WordsProvider>
      </Suspense>
    </QueryClientProvider>
  );
}
