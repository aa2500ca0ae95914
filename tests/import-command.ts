import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { TestContext } from 'node:test';
import type { CommandIo } from '#cli/command.ts';
import { run } from '#cli/import.ts';
import { Failure } from '#server/platform/failure.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Settings under which a command works on a database of the tests. */
export function settingsFor({ url }: { readonly url: string }): Readonly<Record<string, string>> {
  return { DATABASE_URL: url, KUNDIG_ACCEPT_DATA_LOSS: 'yes' };
}

export interface ImportCommandOptions {
  readonly environment: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly language?: 'de' | 'en';
}

/** Runs the command in this process, at a terminal or not. */
export async function kundigImport(
  args: readonly string[],
  { environment, isTerminal = false, language = 'en' }: ImportCommandOptions,
): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const io: CommandIo = {
    out: collecting((text) => {
      written.out += text;
    }),
    err: Object.assign(
      collecting((text) => {
        written.err += text;
      }),
      { isTTY: isTerminal },
    ),
    environment,
    workingFolder: process.cwd(),
    language,
    stopSignal: () => new AbortController().signal,
  };
  return { code: await run(args, io), ...written };
}

function collecting(add: (text: string) => void): Writable {
  return new Writable({
    decodeStrings: false,
    write: (text, _encoding, done) => {
      add(text);
      done();
    },
  });
}

/** The sentence with which a call is refused. */
export async function refusal(args: readonly string[], options: ImportCommandOptions): Promise<string> {
  const error = await kundigImport(args, options).then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Failure, String(error));
  return error.describe(options.language ?? 'en');
}

/** Writes a mapping into a folder of the test and returns its path. */
export function writeMap(t: TestContext, content: unknown): string {
  const file = join(temporaryFolder(t), 'map.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
