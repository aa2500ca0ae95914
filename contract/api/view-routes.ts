import { z } from 'zod';
import { isDeskAddress } from '#core/display/desk-address.ts';
import { route } from './route.ts';
import { instantAnswer, nothing, plainText } from './shapes.ts';

/** How many views a tenant may keep: more than a list beside a page can show. */
export const MOST_VIEWS = 50;

const viewName = plainText(80).refine((text) => text.trim() !== '', { error: 'missing' });
const deskAddress = z.string().max(2_000).refine(isDeskAddress, { error: 'not_allowed' });

/** A named address of the desk, seen by everybody in the tenant. */
export const viewShape = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** A path under /desk with its search. */
  address: z.string(),
  /** The name of whoever saved it; null once erased or when nobody is known. */
  savedBy: z.string().nullable(),
  savedAt: instantAnswer,
});

const viewsAnswer = z.strictObject({
  /** In the order that people gave them. */
  views: z.array(viewShape),
});
const params = z.strictObject({ view: z.uuid() });

const view = {
  id: '0199a000-0000-7000-8000-000000000021',
  name: 'Deadlines of mail',
  address: '/desk/cockpit/resolution_sla_pct?where=service%3DMail',
  savedBy: 'Service desk',
  savedAt: '2026-03-02T08:00:00Z',
} satisfies z.input<typeof viewShape>;

const group = 'views';
const own = { params: { view: view.id }, query: {} };

export const viewReadRoutes = {
  listViews: route({
    method: 'GET',
    path: '/api/v1/views',
    access: 'figures.read',
    group,
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    answer: viewsAnswer,
    problems: [],
    example: { params: {}, query: {}, body: {}, answer: { views: [view] } },
  }),
} as const;

/** What is done with one view; each answers with all of them as they then are. */
const change = { method: 'POST', access: 'views.save', group, params, query: nothing, status: 200 } as const;

export const viewWriteRoutes = {
  saveView: route({
    method: 'POST',
    path: '/api/v1/views',
    access: 'views.save',
    group,
    params: nothing,
    query: nothing,
    body: z.strictObject({ name: viewName, address: deskAddress }),
    status: 201,
    answer: viewShape,
    problems: ['views_full'],
    example: { params: {}, query: {}, body: { name: view.name, address: view.address }, answer: view },
  }),
  renameView: route({
    ...change,
    path: '/api/v1/views/{view}/rename',
    body: z.strictObject({ name: viewName }),
    answer: viewShape,
    problems: ['not_found'],
    example: { ...own, body: { name: view.name }, answer: view },
  }),
  moveView: route({
    ...change,
    path: '/api/v1/views/{view}/move',
    /** Before which other one; null: to the end. */
    body: z.strictObject({ before: z.uuid().nullable() }),
    answer: viewsAnswer,
    problems: ['not_found'],
    example: { ...own, body: { before: null }, answer: { views: [view] } },
  }),
  removeView: route({
    ...change,
    path: '/api/v1/views/{view}/remove',
    body: nothing,
    answer: viewsAnswer,
    problems: ['not_found'],
    example: { ...own, body: {}, answer: { views: [] } },
  }),
  /** Takes back a removal; it stands where it stood. */
  restoreView: route({
    ...change,
    path: '/api/v1/views/{view}/restore',
    body: nothing,
    answer: viewsAnswer,
    problems: ['not_found', 'views_full'],
    example: { ...own, body: {}, answer: { views: [view] } },
  }),
} as const;
