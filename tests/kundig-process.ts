import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { atEnd } from './at-end.ts';

export const projectFolder = resolve(import.meta.dirname, '..');
const entry = join(projectFolder, 'bin', 'kundig.js');

/** How a process ended and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
  readonly milliseconds: number;
}

/** A Kundig that a test started as a person would. */
export interface KundigProcess {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** What it has written to standard output so far. */
  written(): string;
  /** The first line on standard output, or an error when it ended without one. */
  readonly firstLine: Promise<string>;
  /** Sends a signal and waits for the end; `milliseconds` counts from the signal. */
  end(signal: NodeJS.Signals): Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
}

/** What a test may choose about the process. */
export interface ProcessOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingFolder?: string;
  /** Another command than this test's Node with the entry file. */
  readonly command?: readonly [string, ...string[]];
}

/** Starts `kundig <args>`; the test's end kills it. No setting of the test run reaches it. */
export function startKundig(test: TestContext, args: readonly string[], options: ProcessOptions = {}): KundigProcess {
  const [command, ...before] = options.command ?? [process.execPath, entry];
  const child = spawn(command, [...before, ...args], {
    cwd: options.workingFolder ?? projectFolder,
    env: { ...cleanEnvironment(), ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const began = performance.now();
  const output = collect(child);
  const ended = new Promise<Ended>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) => {
      done({ code, signal, ...output, milliseconds: performance.now() - began });
    });
  });
  const firstLine = new Promise<string>((done, fail) => {
    const look = () => {
      if (output.out.includes('\n')) done(output.out.slice(0, output.out.indexOf('\n')));
    };
    child.stdout?.on('data', look);
    ended.then(({ err }) => fail(new Error(`ended without a line: ${err}`)), fail);
  });
  firstLine.catch(() => undefined);
  atEnd(test, async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    pid: child.pid ?? 0,
    ended,
    firstLine,
    written: () => output.out,
    kill: (signal) => child.kill(signal),
    end: async (signal) => {
      const sent = performance.now();
      child.kill(signal);
      return { ...(await ended), milliseconds: performance.now() - sent };
    },
  };
}

/** Runs `kundig <args>` to its end. */
export async function runKundig(
  test: TestContext,
  args: readonly string[],
  options: ProcessOptions = {},
): Promise<Ended> {
  return await startKundig(test, args, options).ended;
}

/** A server on a free port: its process and its address. */
export interface ServerProcess extends KundigProcess {
  readonly address: string;
}

/** Starts `kundig serve` on a data folder and waits for its address. */
export async function startServerProcess(
  test: TestContext,
  dataFolder: string,
  options: ProcessOptions = {},
): Promise<ServerProcess> {
  const environment = { KUNDIG_DATA: dataFolder, KUNDIG_PORT: '0', ...options.environment };
  const server = startKundig(test, ['serve'], { ...options, environment });
  const address = (await server.firstLine).replace(/^.*(http:)/, '$1');
  return { ...server, address };
}

/** The status of an address, or 0 when nothing answers. */
export async function statusOf(address: string): Promise<number> {
  try {
    const answer = await fetch(address);
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(KUNDIG_|PG|LC_|LANG|DATABASE_URL|NODE_)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

function collect(child: ChildProcess): { out: string; err: string } {
  const output = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output.err += text;
  });
  return output;
}
