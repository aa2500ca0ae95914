import { parseSearch, writeSearch } from '../address-search.ts';

/** Pages that show one period. */
const withPeriod = /^\/desk\/(?:cockpit|q)(?:\/|$)/;

/** This page with another period, or the cockpit when the page shows none. Comparison and filters stay. */
export function addressOfPeriod({ pathname, search }: Pick<Location, 'pathname' | 'search'>, token: string): string {
  if (!withPeriod.test(pathname)) return `/desk/cockpit${writeSearch({ period: token })}`;
  return pathname + writeSearch({ ...parseSearch(search), period: token });
}
