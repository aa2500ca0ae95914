import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandIo } from './command.ts';
import { shown } from './golden/compare.ts';
import { runCase } from './golden/run-case.ts';
import { readVectorFile, UnreadableFile, type VectorFile } from './golden/vector-file.ts';
import { kindOf } from './golden/vector-kinds.ts';

/** Where the runner writes, line by line. */
export interface GoldenIo {
  out(line: string): void;
  err(line: string): void;
}

/** All passed; something failed; a file or a call that the runner does not understand. */
const EXIT = { passed: 0, failed: 1, unknown: 2 } as const;

/**
 * `kundig golden DIR`: evaluates every `*.json` of DIR against core alone, prints each failure, and ends with
 * `N passed, N failed`. Exit status 1 when a case failed, else 2 when a file is of no known kind, else 0.
 */
export async function run(args: readonly string[], { out, err }: Pick<CommandIo, 'out' | 'err'>): Promise<number> {
  const line = (stream: NodeJS.WritableStream) => (text: string) => {
    stream.write(`${text}\n`);
  };
  return runVectors(args, { out: line(out), err: line(err) });
}

/** The runner behind the command. */
export async function runVectors(args: readonly string[], io: GoldenIo): Promise<number> {
  const [folder, ...rest] = args;
  if (folder === undefined || rest.length > 0) {
    io.err('Usage: kundig golden DIR (a folder with *.json vector files)');
    return EXIT.unknown;
  }
  const names = await vectorFilesIn(folder);
  if (names === null) {
    io.err(`${folder}: there is no such folder.`);
    return EXIT.unknown;
  }
  if (names.length === 0) {
    io.err(`${folder}: holds no *.json files.`);
    return EXIT.unknown;
  }
  const sum = { passed: 0, failed: 0, unknown: 0 };
  for (const name of names) {
    const outcome = await runFile(name, folder, io);
    sum.passed += outcome.passed;
    sum.failed += outcome.failed;
    sum.unknown += outcome.unknown;
  }
  io.out(`${sum.passed} passed, ${sum.failed} failed`);
  if (sum.failed > 0) return EXIT.failed;
  return sum.unknown > 0 ? EXIT.unknown : EXIT.passed;
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** 1 for a file that could not be evaluated. */
  readonly unknown: number;
}

const NOT_EVALUATED: Outcome = { passed: 0, failed: 0, unknown: 1 };

async function runFile(name: string, folder: string, io: GoldenIo): Promise<Outcome> {
  const file = await tryReading(name, folder, io);
  if (!file) return NOT_EVALUATED;
  const kind = kindOf(file);
  if (!kind) {
    io.err(`${name}: no known kind of vectors, so none of its ${file.cases.length} cases was evaluated.`);
    return NOT_EVALUATED;
  }
  let failed = 0;
  for (const vectorCase of file.cases) {
    const wrong = await runCase(kind, vectorCase, file);
    if (wrong.length > 0) failed += 1;
    for (const { field, expected, got } of wrong) {
      io.out(`${name}: ${vectorCase.id}: ${field}: expected ${shown(expected)}, got ${shown(got)}`);
    }
  }
  return { passed: file.cases.length - failed, failed, unknown: 0 };
}

async function tryReading(name: string, folder: string, io: GoldenIo): Promise<VectorFile | null> {
  try {
    return readVectorFile(name, await readFile(join(folder, name), 'utf8'));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    io.err(`${error instanceof UnreadableFile ? error.message : `${name}: cannot be read: ${error.message}`}.`);
    return null;
  }
}

async function vectorFilesIn(folder: string): Promise<string[] | null> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.endsWith('.json')).sort();
  } catch {
    return null;
  }
}
