import { observable } from './observable.ts';

/** How the server is reached, as far as the last requests tell. */
export interface Connection {
  /** False: the browser has no network, or the server did not answer twice in a row. */
  readonly isConnected: boolean;
  /** When the last answer came, in milliseconds; null before the first. */
  readonly answeredAt: number | null;
  /** Since when it has not been answering, in milliseconds; null while it does. */
  readonly lostAt: number | null;
}

/** One lost request may be chance. */
const lostInARow = 2;
let lost = 0;

const connection = observable<Connection>({
  isConnected: navigator.onLine,
  answeredAt: null,
  lostAt: navigator.onLine ? null : Date.now(),
});
/** True once the server has said that it no longer knows who one is. */
export const isSignedOut = observable(false);

export const useConnection = connection.use;
export const knownConnection = connection.get;

/** To be told of every answer, whatever it says. */
export function noteAnswer(): void {
  lost = 0;
  connection.set({ isConnected: true, answeredAt: Date.now(), lostAt: null });
}

/** To be told of every request that stayed without an answer. */
export function noteSilence(): void {
  lost += 1;
  if (lost >= lostInARow || !navigator.onLine) lose();
}

/** It counts as lost from the moment that this is known; when the server went nobody can tell. */
function lose(): void {
  const before = connection.get();
  if (before.isConnected) connection.set({ ...before, isConnected: false, lostAt: Date.now() });
}

window.addEventListener('offline', lose);
