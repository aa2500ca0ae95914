import type { Instant } from '#core/time/instant.ts';
import { startTimers } from '#server/features/timers/index.ts';
import { openDatabase } from '#server/platform/database.ts';
import { createLog } from '#server/platform/log.ts';

/*
 * A process that does nothing but the timers of a database at an instant that stands still, until it is killed:
 *   node server/testing/timer-process.ts <address> <seconds of the epoch>
 */
const [url = '', seconds = ''] = process.argv.slice(2);
startTimers({
  database: openDatabase(url),
  now: () => Number(seconds) as Instant,
  log: createLog('silent'),
  mostSkewSeconds: Number.POSITIVE_INFINITY,
  mostPauseMilliseconds: 100,
});
process.stdout.write('ready\n');
