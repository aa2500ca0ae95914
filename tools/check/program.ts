import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/**
 * Runs a program of an installed package: its output when it complains, nothing when it is content. It complains by
 * its exit code, or by output that matches `isComplaint`.
 */
export async function complaintsOf(
  program: string,
  args: readonly string[],
  isComplaint = /(?!)/,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [`node_modules/${program}`, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const code = new Promise<number | null>((done) => child.once('close', done));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const output = `${out}${err}`.trim();
  return (await code) === 0 && !isComplaint.test(output) ? [] : output.split('\n');
}
