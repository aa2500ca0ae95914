import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { paretoOf } from '#core/figures/pareto.ts';
import { FIGURES } from '#core/figures/registry.ts';
import { violations } from '#tests/browser/accessibility.ts';
import { type DeskPage, type OpenDesk, openDemoDesk, type Person } from '#tests/browser/open-desk.ts';
import { wordsIn } from '#web/shell/words.oracle.ts';
import type { Figure, Row } from './figure-things.ts';
import { weighedThings } from './figure-words.ts';

async function openFigure(desk: OpenDesk, figure: string, as: Person = {}): Promise<DeskPage> {
  const person = await desk.person(as);
  // What a person chose counts before the language of the installation.
  const chosen = JSON.stringify({ language: as.language ?? 'de' });
  await person.page.addInitScript((kept) => localStorage.setItem('kundig.preferences', kept), chosen);
  await person.open(`/desk/cockpit/${figure}`);
  await person.page.waitForSelector('.control-chart');
  return person;
}

const badMonth = 'resolution_sla_pct?period=2026-06';
const countIn = (text: string | null): number => Number(/\d+/.exec(text?.replaceAll('.', '') ?? '')?.[0]);

test('the page of a figure', { timeout: 240_000 }, async (t) => {
  const desk = await openDemoDesk(t);

  await t.test('leads by Enter to as many deadlines as its button says', async () => {
    const { page, complaints } = await openFigure(desk, badMonth);
    const said = countIn(await page.textContent('.button-primary'));
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=grid]');
    assert.equal(countIn(await page.textContent('h1')), said);
    assert.deepEqual(complaints, []);
  });

  await t.test('adds up: the causes are all that was missed', async () => {
    const { page } = await openFigure(desk, badMonth);
    const missed = countIn(await page.textContent('.button-primary'));
    await page.click('.figure-pareto summary');
    const counts = await page.locator('.figure-pareto tbody tr td:nth-child(2)').allTextContents();
    assert.equal(
      counts.reduce((sum, text) => sum + countIn(text), 0),
      missed,
    );
  });

  await t.test('names as many things above the bars of every figure as its bars add up to', async () => {
    type Answer = { readonly figure: Figure; readonly rows: readonly Row[] };
    const ask = async (id: string, more = ''): Promise<Answer> => {
      const answer = await fetch(`${desk.address}/api/v1/figures/${id}?from=2026-06-01&to=2026-07-01${more}`);
      return (await answer.json()) as Answer;
    };
    const told: string[] = [];
    for (const { id, kind } of FIGURES) {
      if (kind === 'duration' || kind === 'quotient') continue;
      const { figure, rows } = await ask(id);
      const weights = paretoOf(figure, (await ask(id, '&split=service')).rows);
      if (weights === null) continue;
      const sum = weights.reduce((total, { weight }) => total + weight, 0);
      assert.equal(countIn(weighedThings(rows[0]!, figure, wordsIn('de'))), sum, id);
      told.push(id);
    }
    assert.ok(told.includes('contacts_per_ticket') && told.length > 15, told.join());
  });

  await t.test('leads from a bar of durations to as many rows as the bar counts', async () => {
    const { page } = await openFigure(desk, 'lead_time_hours?period=2026-06');
    const bar = page.locator('.figure-spread .chart-bar-link').nth(2);
    const count = Number(/: ([\d.]+)$/.exec((await bar.getAttribute('aria-label')) ?? '')?.[1]);
    await bar.click();
    await page.waitForSelector('.fact-row');
    assert.equal(Number(await page.getAttribute('[role=grid]', 'aria-rowcount')) - 1, count);
    assert.match((await page.textContent('.list-locked')) ?? '', /2:00 bis 4:00/);
  });

  await t.test('says from when on there are data where it can compare with nothing', async () => {
    const { page } = await openFigure(desk, 'tickets_created_count?period=2025-10');
    assert.match((await page.textContent('.figure-numbers')) ?? '', /Daten erst ab 01\.10\.2025/);
  });

  await t.test('goes to the next figure and back with its period', async () => {
    const { page } = await openFigure(desk, badMonth);
    const name = await page.textContent('h1');
    await page.keyboard.press(']');
    await page.waitForURL(/sla_violations_count\?period=2026-06$/);
    await page.keyboard.press('[');
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent === before, name);
  });

  await t.test('says at its field what a note lacks, and draws the note that is whole', async () => {
    const { page, complaints } = await openFigure(desk, badMonth);
    await page.click('.figure-annotations summary');
    await page.click('text=Notiz hinzufügen');
    await page.click('.dialog .button-primary');
    assert.equal(await page.textContent('.dialog .field-error'), 'Schreiben Sie, was geschah.');
    await page.fill('.dialog input:not(.date-input)', 'Stromausfall im Serverraum');
    await page.click('.dialog .button-primary');
    await page.waitForSelector('.dialog', { state: 'detached' });
    await page.waitForSelector('.control-chart >> text=Stromausfall im Serverraum');
    assert.deepEqual(complaints, []);
  });

  await t.test('takes a note back at once, and writes it again when that is undone', async () => {
    const { page } = await openFigure(desk, badMonth);
    await page.click('.figure-annotations summary');
    const note = page.locator('.figure-annotations li', { hasText: 'Stromausfall' });
    await note.getByRole('button').click();
    await note.waitFor({ state: 'detached' });
    await page.click('.toast >> text=Rückgängig');
    await note.waitFor();
  });

  await t.test('says at once that a promise has ended, and takes the end back', async () => {
    const { page } = await openFigure(desk, badMonth);
    await page.click('.figure-fact-action .button');
    await page.click('.dialog >> text=Zusage beenden');
    await page.waitForSelector('.figure-numbers >> text=ist nichts mehr zugesagt');
    await page.click('.toast >> text=Rückgängig');
    await page.waitForSelector('.figure-numbers >> text=ist nichts mehr zugesagt', { state: 'detached' });
  });

  await t.test('lets limits begin anew for a reason, and takes that back', async () => {
    const { page } = await openFigure(desk, 'backlog_open_count?period=2026-10');
    await page.click('.figure-annotations summary');
    await page.click('text=Neue Grenzen');
    await page.click('.dialog .button-primary');
    assert.equal(await page.textContent('.dialog .field-error'), 'Neue Grenzen brauchen einen Grund.');
    await page.fill('.dialog textarea', 'Zwei Teams sind eines');
    await page.fill('.dialog .date-input', '01.02.2026');
    await page.click('.dialog .button-primary');
    await page.waitForSelector('.figure-annotations >> text=Zwei Teams sind eines');
    const { charts } = (await (
      await fetch(`${desk.address}/api/v1/figures/backlog_open_count/chart?from=2025-10-01&to=2026-11-01`)
    ).json()) as { charts: { segments: object[] }[] };
    assert.equal(charts[0]?.segments.length, 2);
    await page.locator('.figure-annotations li', { hasText: 'Zwei Teams' }).getByRole('button').click();
    await page.waitForSelector('.figure-annotations >> text=zurückgenommen am');
  });

  await t.test('saves its table and its chart as files that name what they show', async () => {
    const { page } = await openFigure(desk, badMonth);
    const saved = async (entry: string): Promise<string> => {
      const download = page.waitForEvent('download');
      await page.click('text=Speichern als');
      await page.click(`.menu >> text=${entry}`);
      const file = await download;
      assert.match(file.suggestedFilename(), /^resolution_sla_pct_2024-05-01_2026-06-30\.[a-z]+$/);
      return readFileSync(await file.path(), 'latin1');
    };
    assert.match(await saved('Tabelle als CSV'), /537/);
    assert.match(await saved('Tabelle für Excel'), /^PK/);
    assert.match(await saved('Verlauf als PNG'), /^\x89PNG/);
    const svg = await saved('Verlauf als SVG');
    assert.match(svg, /<svg.*Juni 2026, Stand.*Definition 1/s);
    assert.doesNotMatch(svg, /class=|var\(/);
  });

  await t.test('says why the number is another than on a past day', async () => {
    const { page } = await openFigure(desk, badMonth);
    const says = await page.textContent('.figure-then-says');
    assert.match(says ?? '', /^73,4.% am 30\.06\.2026, heute 73,7.%: .*1 Vorgang wurde wieder geöffnet\.$/);
  });

  await t.test('has no barrier, in both languages and themes, on a desk and on a phone', async () => {
    const people: readonly Person[] = [
      { language: 'de', theme: 'light' },
      { language: 'en', theme: 'dark' },
      { language: 'de', theme: 'dark', screen: 'phone' },
    ];
    for (const as of people) {
      for (const figure of [badMonth, 'lead_time_hours?period=2026-06']) {
        const { page, complaints, close } = await openFigure(desk, figure, as);
        await page.waitForSelector('.small-multiples');
        assert.deepEqual([await violations(page, 'main'), complaints], [[], []], JSON.stringify([as, figure]));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(wide <= 0, `${wide} px too wide for ${JSON.stringify(as)}`);
        await close();
      }
    }
  });
});
