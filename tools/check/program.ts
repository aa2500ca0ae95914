import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Runs a program of an installed package; its output when it complains, nothing when it is content. */
export async function outputOf(program: string, args: readonly string[]): Promise<readonly string[]> {
  const child = spawn(process.execPath, [`node_modules/${program}`, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const code = new Promise<number | null>((done) => child.once('close', done));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return (await code) === 0 ? [] : `${out}${err}`.trim().split('\n');
}
