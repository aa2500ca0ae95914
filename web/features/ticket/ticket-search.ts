import type { RawSearch } from '#web/shell/address-search.ts';

export const CLOCKS = ['first_response', 'resolution'] as const;
export type ClockName = (typeof CLOCKS)[number];

/** What of the page of a ticket stands in its address. */
export interface TicketSearch {
  /** Whose deadline is explained; left out: the one that matters most. */
  readonly why?: ClockName;
  /** An earlier cycle of that clock; left out: the current one. */
  readonly cycle?: number;
  /** As the customer may see it. */
  readonly view?: 'customer';
}

/** Reads what is known of an address; what is not is left out, so that an old link still opens. */
export function readTicketSearch(raw: RawSearch): TicketSearch {
  const why = CLOCKS.find((one) => one === raw.why);
  const cycle = typeof raw.cycle === 'string' && /^[1-9]\d{0,3}$/.test(raw.cycle) ? Number(raw.cycle) : undefined;
  return {
    ...(why === undefined ? {} : { why }),
    ...(why === undefined || cycle === undefined ? {} : { cycle }),
    ...(raw.view === 'customer' ? { view: 'customer' } : {}),
  };
}
