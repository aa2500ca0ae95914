import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { parseSearch, type RawSearch, writeSearch } from './address-search.ts';
import { readFigureSearch } from './figure-search.ts';
import { NotFound } from './not-found.tsx';
import { PageProblem } from './page-problem.tsx';
import { Shell } from './shell.tsx';

/*
 * All addresses of the desk. Each page is a chunk of its own, loaded when somebody means to go there.
 */

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: PageProblem });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/cockpit' });
  },
});

const cockpit = createRoute({
  getParentRoute: () => root,
  path: '/cockpit',
  validateSearch: (raw) => readFigureSearch(raw as RawSearch),
  component: lazyRouteComponent(() => import('#web/features/cockpit/cockpit-page.tsx'), 'CockpitPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([start, cockpit]),
  basepath: '/desk',
  parseSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: PageProblem,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
