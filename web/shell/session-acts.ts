import { askApi } from './api.ts';
import { isSignedOut } from './connection.ts';
import { queries } from './queries.ts';

/** Signs in with a token. Rejects with an ApiProblem; what was shown is asked anew. */
export async function signIn(token: string): Promise<void> {
  await askApi('startSession', { body: { token } });
  isSignedOut.set(false);
  await queries.invalidateQueries();
}

/** Ends the session, and leaves nothing of it in the memory of this page. */
export async function signOut(): Promise<void> {
  await askApi('endSession');
  window.location.assign('/desk/cockpit');
}
