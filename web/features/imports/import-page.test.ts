import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { violations } from '#tests/browser/accessibility.ts';
import { dropFile, dropFiles } from '#tests/browser/drop-file.ts';
import { openEmptyDesk } from '#tests/browser/open-desk.ts';
import { ownLog } from '#tests/import-log.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const LONGEST_WAIT_MILLISECONDS = 10_000;

/*
 * What a person does to bring in a log, on a desk that has no ticket yet: from dropping the file to the cockpit.
 */

test('the page that brings in a log', async (t) => {
  const desk = await openEmptyDesk(t);
  const { page, open, complaints, close } = await desk.person({ language: 'en' });
  page.setDefaultTimeout(LONGEST_WAIT_MILLISECONDS);
  const folder = temporaryFolder(t);
  const log = readFileSync(ownLog('desk-example.csv'), 'utf8');
  const drop = async (name: string, content: string): Promise<void> => {
    const file = join(folder, name);
    writeFileSync(file, content);
    await dropFile(page, '.file-drop', file);
  };
  const headline = (words: RegExp) => page.getByRole('heading', { level: 1 }).filter({ hasText: words }).waitFor();
  const choose = async (label: string, option: string): Promise<void> => {
    await page.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  await t.test('takes a file that is dropped, and guesses what its columns mean', async () => {
    await open('/desk/admin/import');
    assert.deepEqual(await violations(page), []);
    await drop('desk-export.csv', log);
    await headline(/desk-export\.csv: 22 rows, ready for a dry run/);
    assert.match((await page.getByRole('button', { name: /Id of the ticket$/ }).textContent()) ?? '', /^Ticket/);
    assert.deepEqual(await violations(page), []);
  });

  await t.test('counts the values of two columns together, and keeps what is said of them over a reload', async () => {
    await choose('Second part of the status', 'Sub-status');
    await page.getByRole('rowheader', { name: 'Pending / Customer' }).waitFor();
    await choose('Pending / Customer: Means here', 'waiting for the customer');
    await choose('All other values: Means here', 'in progress');
    // At once: what was said last is on its way to the server still.
    await page.reload();
    const meaning = (value: string) => page.getByRole('button', { name: new RegExp(`${value}: Means here$`) });
    await meaning('All other values').filter({ hasText: 'in progress' }).waitFor();
    assert.match((await meaning('Pending / Customer').textContent()) ?? '', /waiting for the customer/);
  });

  await t.test('shows by a dry run what it would do, and the equation adds up', async () => {
    await page.getByRole('button', { name: 'Start the dry run' }).click();
    await headline(/5 tickets would be added/);
    await page.getByText('22 taken + 0 unchanged + 0 told otherwise + 0 rejected = 22 rows').waitFor();
    await page.getByText('5 new + 0 continued + 0 unchanged + 0 told otherwise = 5 tickets').waitFor();
    assert.deepEqual(await violations(page), []);
  });

  await t.test('imports, and leads to the cockpit of a month in which the log is full', async () => {
    await page.getByRole('button', { name: 'Import 5 tickets' }).click();
    await headline(/5 tickets were added/);
    assert.deepEqual(await violations(page), []);
    await page.getByText('Month by month').click();
    await page.getByText('File and database agree in every month.').waitFor();
    await page.getByRole('link', { name: 'To the cockpit of April 2026' }).click();
    await page.waitForURL(/\/desk\/cockpit\?period=2026-04/);
    await headline(/April 2026/);
  });

  await t.test('warns of tickets that another source knows, and lets that source be chosen', async () => {
    await open('/desk/admin/import');
    await drop('renamed.csv', log.replace('2026-03-02T08:20:00+01:00', 'soon'));
    await headline(/ready for a dry run/);
    await page.getByRole('button', { name: 'Start the dry run' }).click();
    await headline(/4 of these tickets are already known from the source desk-export/);
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Choose the source desk-export' }).click();
    await page.getByText('The mapping has changed since this dry run.').waitFor();
  });

  await t.test('tells which rows cannot be read, and goes on without them only when somebody says so', async () => {
    await page.getByRole('button', { name: 'Repeat the dry run' }).click();
    await headline(/1 of 22 rows cannot be read/);
    assert.equal(await page.getByRole('cell', { name: 'soon' }).count(), 1);
    const run = page.getByRole('button', { name: 'Import', exact: true });
    assert.ok(await run.isDisabled());
    assert.deepEqual(await violations(page), []);
    await page.getByText('Go on without these 4 rows').click();
    await run.click();
    await headline(/nothing in renamed.csv was new/);
    await page.getByRole('link', { name: 'These rows as CSV, with the reason' }).waitFor();
  });

  await t.test('takes none of several files, and says so', async () => {
    await open('/desk/admin/import');
    const names = ['one.csv', 'two.csv'].map((name) => join(folder, name));
    for (const name of names) writeFileSync(name, log);
    await dropFiles(page, '.file-drop', names);
    await page.getByText('2 files were dropped; one is read at a time').waitFor();
  });

  await t.test('saves a mapping, and fills it in for the next file', async () => {
    await drop('bad.csv', log);
    await headline(/ready for a dry run/);
    await page.getByRole('button', { name: 'Save the mapping …' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Every month');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The mapping "Every month" is saved.').waitFor();
    await open('/desk/admin/import');
    await drop('next.csv', log);
    await headline(/ready for a dry run/);
    await page.getByRole('button', { name: 'Load a mapping' }).click();
    await page.getByRole('menuitem', { name: /Every month/ }).click();
    assert.equal(await page.getByLabel('Name of the source').inputValue(), 'bad');
  });

  await t.test('complains of nothing', () => assert.deepEqual(complaints, []));
  await close();
});
