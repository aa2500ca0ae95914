/** The gate of people: who may use the API. */
export { authenticateByToken, callerOfThisMachine } from './authenticate.ts';
export { newToken, tokenHash } from './token.ts';
export { insertToken, listTokens, revokeToken, type TokenRow } from './token-store.ts';
