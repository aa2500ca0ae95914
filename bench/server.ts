import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const entry = resolve(import.meta.dirname, '..', 'bin', 'kundig.js');

/** Starts a server as a person would, open to this machine on a free port. End it with a signal. */
export async function serve(
  environment: Readonly<Record<string, string>>,
): Promise<{ server: ChildProcess; address: string }> {
  const settings = { KUNDIG_PORT: '0', KUNDIG_OPEN_ON_LOOPBACK: 'yes', KUNDIG_REQUESTS_PER_MINUTE: '1000000' };
  const server = spawn(process.execPath, [entry, 'serve'], {
    env: { ...process.env, ...settings, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const piece of server.stdout!) {
    const address = /http:\S+/.exec(String(piece));
    if (address) return { server, address: address[0] };
  }
  throw new Error('the server ended before it was ready');
}
