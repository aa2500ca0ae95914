import { startImports } from '#server/features/imports/index.ts';
import { openDatabase } from '#server/platform/database.ts';
import { createLog } from '#server/platform/log.ts';

/*
 * A process that does nothing but the imports of a database, until it is killed:
 *   node server/testing/import-process.ts <address>
 */
const [databaseUrl = ''] = process.argv.slice(2);
startImports({ database: openDatabase(databaseUrl), databaseUrl, log: createLog('silent'), timeZone: 'Europe/Berlin' });
process.stdout.write('ready\n');
