import '#web/styles/index.css';
import { createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { WordsProvider } from '#web/shell/words.tsx';
import { downloadChart, drawingIn } from '#web/ui/charts/download-chart.ts';
import { ChartStories } from './chart-stories.tsx';

/* The stories of the charts as a page of their own, for tests that need no server. */

function Stories() {
  return (
    <main>
      <ChartStories />
    </main>
  );
}

const router = createRouter({
  routeTree: createRootRoute({ component: Stories, notFoundComponent: Stories }),
  basepath: '/desk',
});
const place = document.createElement('div');
document.body.append(place);
createRoot(place).render(
  <Suspense>
    <WordsProvider timeZone="UTC">
      <RouterProvider router={router} />
    </WordsProvider>
  </Suspense>,
);
Object.assign(globalThis, { downloadChart, drawingIn });
