import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readImportSearch } from '#web/features/imports/import-search.ts';
import { readTicketSearch } from '#web/features/ticket/ticket-search.ts';
import { readListSearch } from '#web/features/tickets-behind/list-search.ts';
import { parseSearch, type RawSearch, writeSearch } from './address-search.ts';
import { withWords } from './catalogue.ts';
import { readFigureSearch } from './figure-search.ts';
import { NotFound } from './not-found.tsx';
import { PageProblem } from './page-problem.tsx';
import { Shell } from './shell.tsx';

/*
 * All addresses of the desk. Each page is a chunk of its own, loaded when somebody means to go there.
 */

/** Reads what stands in an address for a page. Without this the router hands on what the reading left out, as it came. */
const reading =
  <Search extends object>(read: (raw: RawSearch) => Search) =>
  (raw: Record<string, unknown>): Search => ({
    ...Object.fromEntries(Object.keys(raw).map((name) => [name, undefined])),
    ...read(raw as RawSearch),
  });

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
  validateSearch: reading(readFigureSearch),
  component: lazyRouteComponent(() => import('#web/features/cockpit/cockpit-page.tsx'), 'CockpitPage'),
});

const figure = createRoute({
  getParentRoute: () => root,
  path: '/cockpit/$figure',
  validateSearch: reading(readFigureSearch),
  component: lazyRouteComponent(
    withWords(['figure', 'list', 'deadline'], () => import('#web/features/figure/figure-page.tsx')),
    'FigurePage',
  ),
});

const ticketsBehind = createRoute({
  getParentRoute: () => root,
  path: '/q/$figure',
  validateSearch: reading(readListSearch),
  component: lazyRouteComponent(
    withWords(['list', 'ticket', 'deadline'], () => import('#web/features/tickets-behind/tickets-behind-page.tsx')),
    'TicketsBehindPage',
  ),
});

const ticket = createRoute({
  getParentRoute: () => root,
  path: '/t/$number',
  validateSearch: reading(readTicketSearch),
  component: lazyRouteComponent(
    withWords(['ticket', 'deadline'], () => import('#web/features/ticket/ticket-page.tsx')),
    'TicketPage',
  ),
});

const importPage = createRoute({
  getParentRoute: () => root,
  path: '/admin/import',
  validateSearch: reading(readImportSearch),
  component: lazyRouteComponent(
    withWords(['import', 'deadline'], () => import('#web/features/imports/import-page.tsx')),
    'ImportPage',
  ),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  // Who is not known is asked at every address; who comes here is known.
  beforeLoad: () => {
    throw redirect({ to: '/cockpit' });
  },
});

const stories = createRoute({
  getParentRoute: () => root,
  path: '/stories',
  component: lazyRouteComponent(
    withWords(['figure', 'list', 'ticket', 'deadline', 'import'], () => import('#web/stories/stories-page.tsx')),
    'StoriesPage',
  ),
});

export const router = createRouter({
  routeTree: root.addChildren([start, cockpit, figure, ticketsBehind, ticket, importPage, signIn, stories]),
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
