/*
 * Where somebody was in a list, so that coming back from a ticket finds the same row at the same height. Kept for this
 * tab of the browser only, by the address of the list.
 */

export interface ListPlace {
  readonly rowKey: string;
  readonly scrollTop: number;
}

const KEY = 'kundig.list.places';
/** Lists that are remembered; the oldest are forgotten first. */
const MOST_PLACES = 20;

export function keepPlace(address: string, place: ListPlace): void {
  const places = read().filter(([other]) => other !== address);
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...places, [address, place]].slice(-MOST_PLACES)));
  } catch {
    // Without storage one comes back to the beginning.
  }
}

export function recallPlace(address: string): ListPlace | null {
  return read().find(([other]) => other === address)?.[1] ?? null;
}

function read(): readonly (readonly [string, ListPlace])[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is [string, ListPlace] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  const place = entry[1] as Partial<ListPlace> | null;
  return typeof place?.rowKey === 'string' && typeof place.scrollTop === 'number';
}
