import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { killDatabase } from '#tests/kill-database.ts';
import { runKundig, startKundig, startServerProcess } from '#tests/kundig-process.ts';
import { preparedDataFolder } from '#tests/prepared-data-folder.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

/*
 * kill -9 in the middle of imports, at random moments. Each round imports a longer export of one log into the same data
 * folder, is cut off, and imports again; in the end all is there once, and the proof finds no difference.
 */
const ROUNDS = ['server', 'importer', 'database', 'importer', 'database', 'server'] as const;
const TICKETS_A_ROUND = 500;
/** Before that part of its time an import only starts. */
const EARLIEST_PART = 0.4;

test('an import that is killed again and again is complete in the end, and nothing is there twice', async (t) => {
  const folder = await preparedDataFolder(t);
  const logs = temporaryFolder(t);
  const environment = { KUNDIG_DATA: folder };
  let milliseconds = 2000;
  for (const [index, victim] of ROUNDS.entries()) {
    const tickets = TICKETS_A_ROUND * (index + 1);
    const file = join(logs, `${index}.csv`);
    writeFileSync(file, generatedLog(tickets));
    const whole = await cutOff(t, { folder, file, victim, milliseconds });
    milliseconds = whole ?? milliseconds;
    const again = await runKundig(t, ['import', 'uci-498', file, '--json'], { environment });
    assert.deepEqual([again.code, again.err], [0, ''], `round ${index + 1}, ${victim}`);
    const report = JSON.parse(again.out);
    const { inFile, added, extended, unchanged, changed } = report.tickets;
    assert.deepEqual([inFile, added + extended + unchanged, changed], [tickets, tickets, 0]);
    for (const month of report.months) assert.deepEqual(month.database, month.file, month.month);
  }
  const proof = await runKundig(t, ['verify', '--json'], { environment });
  const { tickets, differences } = JSON.parse(proof.out);
  assert.deepEqual([tickets, differences], [TICKETS_A_ROUND * ROUNDS.length, 0]);
});

interface Cut {
  readonly folder: string;
  readonly file: string;
  readonly victim: (typeof ROUNDS)[number];
  /** About how long such an import takes. */
  readonly milliseconds: number;
}

/** Begins an import and kills someone in the middle of it. Tells how long it took if it came to its end. */
async function cutOff(t: TestContext, { folder, file, victim, milliseconds }: Cut): Promise<number | null> {
  const server = victim === 'server' ? await startServerProcess(t, folder) : null;
  const importer = startKundig(t, ['import', 'uci-498', file], { environment: { KUNDIG_DATA: folder } });
  const wait = milliseconds * (EARLIEST_PART + Math.random() * (1 - EARLIEST_PART));
  await sleep(wait);
  if (victim === 'importer') importer.kill('SIGKILL');
  if (victim === 'database') await killDatabase(folder);
  await server?.end('SIGKILL');
  const { code, signal, err, milliseconds: took } = await importer.ended;
  t.diagnostic(`${victim} killed after ${Math.round(wait)} ms: the import ended with ${signal ?? code} ${err.trim()}`);
  // An import that loses its database says so in one sentence; one that loses the server beside it goes on.
  if (victim === 'server') assert.deepEqual([code, err], [0, '']);
  if (victim === 'database') assert.equal(err.trim().split('\n').length, 1, err);
  return code === 0 ? took : null;
}

/** A log in which every ticket has six rows; the first tickets are the same in every length. */
function generatedLog(tickets: number): string {
  const lines = [
    'number,incident_state,sys_mod_count,made_sla,opened_at,sys_updated_at,contact_type,category,priority,assignment_group,assigned_to,resolved_at,closed_at',
  ];
  const states = ['New', 'Active', 'Awaiting User Info', 'Active', 'Resolved', 'Closed'];
  for (let ticket = 0; ticket < tickets; ticket += 1) {
    const day = (ticket % 28) + 1;
    const month = (ticket % 5) + 1;
    const at = (hour: number): string => `${day}/${month}/2026 ${String(hour + (ticket % 10)).padStart(2, '0')}:00`;
    states.forEach((state, order) => {
      const team = `Group ${(ticket + (order > 2 ? 1 : 0)) % 17}`;
      lines.push(
        `N${ticket},${state},${order},${ticket % 3 > 0},${at(0)},${at(order)},Phone,Category ${ticket % 9},${(ticket % 4) + 1},${team},Person ${ticket % 40},${at(4)},${at(5)}`,
      );
    });
  }
  return `${lines.join('\n')}\n`;
}
