import { ApiProblem, askApi } from './api.ts';
import { knownConnection } from './connection.ts';
import { queries } from './queries.ts';

/*
 * Asks the server now and then who one is, so that a page that is only looked at says by itself when the server is gone
 * or the session over, and comes back by itself.
 *
 * 1. Only a page that is seen asks, and only when nothing else has just been answered.
 * 2. While the server is silent the questions grow rarer. Coming back to the page or to the network asks at once.
 * 3. Once it answers again, what failed or has grown old meanwhile is asked anew.
 */

const usualMilliseconds = 30_000;
/** One silence may be chance: the second question follows soon. */
const soonMilliseconds = 2_000;
const longestMilliseconds = 60_000;

let wait = usualMilliseconds;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks now, whatever the last answer was. */
export async function probeNow(): Promise<void> {
  const wasConnected = knownConnection().isConnected;
  const hasAnswered = await askApi('readSession').then(
    () => true,
    (error) => error instanceof ApiProblem && error.code !== 'unreachable',
  );
  if (hasAnswered) wait = usualMilliseconds;
  else wait = wasConnected ? soonMilliseconds : Math.min(wait * 2, longestMilliseconds);
  if (hasAnswered && !wasConnected) await refreshOld();
}

/** Asks until what it returns is called. */
export function keepProbing(): () => void {
  const plan = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(probe, milliseconds);
  };
  const probe = async (): Promise<void> => {
    if (document.hidden) return;
    const { isConnected, answeredAt } = knownConnection();
    const rest = isConnected && wait === usualMilliseconds && answeredAt !== null ? answeredAt + wait - Date.now() : 0;
    if (rest > 0) return plan(rest);
    await probeNow();
    plan(wait);
  };
  const comeBack = (): void => {
    wait = soonMilliseconds;
    void probe();
  };
  plan(wait);
  const onVisible = (): void => (document.hidden ? clearTimeout(timer) : comeBack());
  document.addEventListener('visibilitychange', onVisible);
  window.addEventListener('online', comeBack);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onVisible);
    window.removeEventListener('online', comeBack);
  };
}

async function refreshOld(): Promise<void> {
  await queries.refetchQueries({
    type: 'active',
    predicate: (query) => query.state.status === 'error' || query.isStale(),
  });
}
