/** The gate of people: who may use the API. */
export { authenticateBySession, authenticateByToken, callerOfThisMachine } from './authenticate.ts';
export {
  mountSessions,
  type SessionRouteOptions,
  sessionReadHandlers,
  sessionWriteHandlers,
} from './session-routes.ts';
export { newToken, tokenHash } from './token.ts';
export { insertToken, listTokens, revokeToken, type TokenRow } from './token-store.ts';
