import { Failure } from './failure.ts';

/** Why the server could not listen, as a sentence; an error of another kind comes back unchanged. */
export function listeningFailure(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') return new Failure('failure.portTaken', { host, port });
  if (code === 'EACCES' || code === 'EPERM') return new Failure('failure.portForbidden', { host, port });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new Failure('failure.hostUnknown', { host });
  }
  return error;
}
