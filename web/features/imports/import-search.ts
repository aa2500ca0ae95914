import type { RawSearch } from '#web/shell/address-search.ts';

/** What of the page stands in the address: the import that is open. */
export interface ImportSearch {
  readonly id?: string;
}

export function readImportSearch({ id }: RawSearch): ImportSearch {
  return typeof id === 'string' && /^[0-9a-f-]{36}$/i.test(id) ? { id } : {};
}
