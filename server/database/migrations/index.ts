import type { Migration } from 'kysely/migration';
import { tenants } from './0001-tenants.ts';
import { tickets } from './0002-tickets.ts';
import { facts } from './0003-facts.ts';
import { access } from './0004-access.ts';
import { worker } from './0005-worker.ts';
import { targets } from './0006-targets.ts';
import { annotations } from './0007-annotations.ts';
import { sessionsAndViews } from './0008-sessions-and-views.ts';
import { imports } from './0009-imports.ts';
import { elapsedOfClocks } from './0010-elapsed-of-clocks.ts';
import { rejectedRows } from './0011-rejected-rows.ts';
import { standingVersions } from './0012-standing-versions.ts';
import { headlinesFromIndexes } from './0013-headlines-from-indexes.ts';

/** All steps of the database in their order. A step that was released is never changed; a new one is added below. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-tenants': tenants,
  '0002-tickets': tickets,
  '0003-facts': facts,
  '0004-access': access,
  '0005-worker': worker,
  '0006-targets': targets,
  '0007-annotations': annotations,
  '0008-sessions-and-views': sessionsAndViews,
  '0009-imports': imports,
  '0010-elapsed-of-clocks': elapsedOfClocks,
  '0011-rejected-rows': rejectedRows,
  '0012-standing-versions': standingVersions,
  '0013-headlines-from-indexes': headlinesFromIndexes,
};
