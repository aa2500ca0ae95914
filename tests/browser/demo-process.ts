import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

const entry = join(resolve(import.meta.dirname, '../..'), 'bin', 'kundig.js');

/** A demo that serves, on a port of its own. */
export interface DemoProcess {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts `kundig demo` with these arguments; rejects when it ends before it serves. */
export async function startDemo(args: readonly string[]): Promise<DemoProcess> {
  const child = spawn(process.execPath, [entry, 'demo', ...args], {
    env: { ...process.env, KUNDIG_PORT: '0', LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let printed = '';
  child.stdout.setEncoding('utf8');
  for await (const text of child.stdout) {
    printed += text;
    const address = /^Kundig is ready: (\S+)$/m.exec(printed)?.[1];
    if (address === undefined) continue;
    child.stdout.resume();
    return {
      address,
      stop: async () => {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error(`the demo ended before it served: ${printed}`);
}
