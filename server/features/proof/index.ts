/** The gate of the proof: all that the command line may use. */
export type { Difference } from './difference.ts';
export { type VerifyReport, type VerifyRequest, verify } from './verify.ts';
