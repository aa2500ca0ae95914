import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { violations } from '#tests/browser/accessibility.ts';
import { type OpenDesk, openDemoDesk, openEmptyDesk, type Person } from '#tests/browser/open-desk.ts';

/*
 * Nobody is shut out: every page, in both languages and both themes, at the desk, on a phone and at twice the size,
 * has nothing that axe finds against WCAG 2.2 A and AA, and nothing sticks out sideways.
 */

const people: Readonly<Record<string, Person>> = {
  'German, light': { language: 'de', theme: 'light' },
  'English, dark': { language: 'en', theme: 'dark' },
  'German, dark, on a phone': { language: 'de', theme: 'dark', screen: 'phone' },
  'English, light, on a phone': { language: 'en', theme: 'light', screen: 'phone' },
  'at twice the size': { language: 'de', zoom: 2 },
};

const pages = [
  '/desk/cockpit',
  '/desk/cockpit/resolution_sla_pct?split=service',
  '/desk/cockpit/resolution_time_minutes',
  '/desk/cockpit/tickets_created_count',
  '/desk/q/resolution_sla_pct',
  '/desk/q/resolution_sla_pct?tab=left_out',
  '/desk/t/4422',
  '/desk/t/99999999',
  '/desk/admin/import',
  '/desk/sign-in',
  '/desk/stories',
  '/desk/nowhere',
];

test('every page of the example company is in reach of everyone', async (t) => {
  const desk = await openDemoDesk(t);
  await inspect(t, desk, { people, pages });
});

test('every page of an empty desk is in reach of everyone, and says what to do next', async (t) => {
  const desk = await openEmptyDesk(t);
  await inspect(t, desk, {
    people: { 'German, light': { language: 'de' } },
    pages: ['/desk/cockpit', '/desk/cockpit/resolution_sla_pct', '/desk/q/resolution_sla_pct', '/desk/admin/import'],
  });
});

interface Inspected {
  readonly people: Readonly<Record<string, Person>>;
  readonly pages: readonly string[];
}

async function inspect(t: TestContext, desk: OpenDesk, { people, pages }: Inspected): Promise<void> {
  for (const [who, person] of Object.entries(people)) {
    const { page, open, close } = await desk.person(person);
    for (const path of pages) {
      await t.test(`${path}: ${who}`, async () => {
        await open(path);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        assert.deepEqual(await violations(page), []);
        assert.equal(await page.evaluate(sticksOut), 0, 'the page is wider than the window');
      });
    }
    await close();
  }
}

const sticksOut = 'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)';
