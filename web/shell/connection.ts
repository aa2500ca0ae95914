import { observable } from './observable.ts';

/** How the server is reached, as far as the last requests tell. */
export interface Connection {
  /** False: the browser has no network, or the server did not answer twice in a row. */
  readonly isConnected: boolean;
  /** When the last answer came, in milliseconds; null before the first. */
  readonly answeredAt: number | null;
}

/** One lost request may be chance. */
const lostInARow = 2;
let lost = 0;

const connection = observable<Connection>({ isConnected: navigator.onLine, answeredAt: null });
/** True once the server has said that it no longer knows who one is. */
export const isSignedOut = observable(false);

export const useConnection = connection.use;

/** To be told of every answer, whatever it says. */
export function noteAnswer(): void {
  lost = 0;
  connection.set({ isConnected: true, answeredAt: Date.now() });
}

/** To be told of every request that stayed without an answer. */
export function noteSilence(): void {
  lost += 1;
  if (lost >= lostInARow || !navigator.onLine) connection.set({ ...connection.get(), isConnected: false });
}

window.addEventListener('offline', () => connection.set({ ...connection.get(), isConnected: false }));
