import type { TestContext } from 'node:test';

type Cleanup = () => unknown;

const cleanups = new WeakMap<TestContext, Cleanup[]>();

/** Does something when a test has ended, the last asked first: a process ends before its folder is removed. */
export function atEnd(test: TestContext, cleanup: Cleanup): void {
  const known = cleanups.get(test);
  if (known !== undefined) {
    known.push(cleanup);
    return;
  }
  const own = [cleanup];
  cleanups.set(test, own);
  test.after(async () => {
    for (const step of own.reverse()) await step();
  });
}
