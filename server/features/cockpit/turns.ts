/** Does work when it is its turn: so many at a time, the others in the order in which they came. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Turns for at most `atOnce` pieces of work. */
export function turnsFor(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((begin) => waiting.push(begin));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place goes to the next without becoming free in between, so that nobody can take it.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
