import { setImmediate } from 'node:timers/promises';

/** Work beside other requests may take so long before it lets them have their turn (law 13: 20 ms at most). */
const LONGEST_MILLISECONDS = 5;

/**
 * The same items, with a turn of the event loop whenever work on them has taken its time. A loop that awaits nothing but
 * what is there already would hold up all other requests until its end. `clock` tells milliseconds.
 */
export async function* breathing<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  { clock = () => performance.now() }: { readonly clock?: () => number } = {},
): AsyncGenerator<Item> {
  let since = clock();
  for await (const item of items) {
    if (clock() - since > LONGEST_MILLISECONDS) {
      await setImmediate();
      since = clock();
    }
    yield item;
  }
}
