import { violations } from '#tests/browser/accessibility.ts';
import type { OddState } from './odd-states.ts';
import type { Seen } from './seen.ts';

/** What is wrong with a page that has come to a state: rules of WCAG, what sticks out, a page without its headline. */
export async function wrongIn(
  seen: Seen,
  { inIt, shows }: Pick<OddState, 'inIt' | 'shows'>,
): Promise<readonly string[]> {
  const { page } = seen;
  await inIt?.(seen);
  await page.locator(shows).first().waitFor();
  const wrong = [...(await violations(page))];
  if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) wrong.push('it sticks out sideways');
  const headlines = await page.getByRole('heading', { level: 1 }).count();
  if (headlines !== 1) wrong.push(`it has ${headlines} headlines`);
  return wrong;
}
