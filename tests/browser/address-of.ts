import { setTimeout } from 'node:timers/promises';
import type { KundigProcess } from '#tests/kundig-process.ts';

/** Where a Kundig serves, once it does; rejects when it ends before. */
export async function addressOf(kundig: KundigProcess): Promise<string> {
  let failure: Error | null = null;
  kundig.ended.then(({ err }) => {
    failure = new Error(`ended before it was ready: ${err}`);
  });
  for (;;) {
    const found = /^Kundig is ready: (\S+)$/m.exec(kundig.written());
    if (found?.[1]) return found[1];
    if (failure !== null) throw failure;
    await setTimeout(100);
  }
}
