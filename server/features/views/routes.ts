import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { instantOut } from '#contract/api/shapes.ts';
import { MOST_VIEWS, type viewShape } from '#contract/api/view-routes.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import type { ReadHandlers, WriteHandlers } from '#server/platform/api/mount-routes.ts';
import { inTenant } from '#server/platform/database.ts';
import { HttpProblem } from '#server/platform/problem.ts';
import {
  insertView,
  listViews,
  lockViews,
  orderViews,
  removeView,
  renameView,
  restoreView,
  type StoredView,
} from './view-store.ts';

export function viewReadHandlers({ reports }: { readonly reports: Kysely<Database> }): ReadHandlers<'listViews'> {
  return {
    listViews: async ({ caller: { tenantId } }) => ({
      body: allOut(await inTenant(reports, tenantId, (db) => listViews(db, tenantId))),
    }),
  };
}

type ViewWrites = WriteHandlers<'saveView' | 'renameView' | 'moveView' | 'removeView' | 'restoreView'>;

export function viewWriteHandlers({ now }: { readonly now: () => Instant }): ViewWrites {
  return {
    saveView: async ({ body, caller: { tenantId, personId } }, { db }) => {
      await lockViews(db, tenantId);
      refuseFull(await listViews(db, tenantId), 1);
      const view = { name: body.name.trim(), address: body.address, by: personId, at: now() };
      const id = await insertView(db, tenantId, view);
      return { body: viewOut(one(await listViews(db, tenantId), id)) };
    },

    renameView: async ({ params, body, caller: { tenantId } }, { db }) => {
      refuseUnknown(await renameView(db, tenantId, { id: params.view, name: body.name.trim() }));
      return { body: viewOut(one(await listViews(db, tenantId), params.view)) };
    },

    moveView: async ({ params, body, caller: { tenantId } }, { db }) => {
      await lockViews(db, tenantId);
      const views = await listViews(db, tenantId);
      await orderViews(db, tenantId, movedBefore(views, one(views, params.view).id, body.before));
      return { body: allOut(await listViews(db, tenantId)) };
    },

    removeView: async ({ params, caller: { tenantId } }, { db }) => {
      refuseUnknown(await removeView(db, tenantId, { id: params.view, at: now() }));
      return { body: allOut(await listViews(db, tenantId)) };
    },

    restoreView: async ({ params, caller: { tenantId } }, { db }) => {
      await lockViews(db, tenantId);
      refuseUnknown(await restoreView(db, tenantId, params.view));
      const views = await listViews(db, tenantId);
      refuseFull(views, 0);
      return { body: allOut(views) };
    },
  };
}

/** The ids with one of them put before another, or at the end. */
function movedBefore(views: readonly StoredView[], id: string, before: string | null): readonly string[] {
  if (before === id) return views.map((view) => view.id);
  const others = views.map((view) => view.id).filter((other) => other !== id);
  const at = before === null ? others.length : others.indexOf(one(views, before).id);
  return others.toSpliced(at, 0, id);
}

function one(views: readonly StoredView[], id: string): StoredView {
  const found = views.find((view) => view.id === id);
  if (found === undefined) throw new HttpProblem('not_found');
  return found;
}

function refuseUnknown(isKnown: boolean): void {
  if (!isKnown) throw new HttpProblem('not_found');
}

function refuseFull(views: readonly StoredView[], added: number): void {
  if (views.length + added > MOST_VIEWS) throw new HttpProblem('views_full');
}

function viewOut({ savedAt, ...view }: StoredView): z.input<typeof viewShape> {
  return { ...view, savedAt: instantOut(savedAt) };
}

function allOut(views: readonly StoredView[]): { views: z.input<typeof viewShape>[] } {
  return { views: views.map(viewOut) };
}
