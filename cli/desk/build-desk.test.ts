import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { projectFolder } from '#tests/kundig-process.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const sources = ['web', 'core', 'contract', 'text', 'cli/desk', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** A checkout of its own, whose pages a test may break, and what building them answers there. */
function checkout(t: TestContext): { folder: string; build(): Promise<Built> } {
  const folder = temporaryFolder(t);
  for (const source of sources) {
    cpSync(join(projectFolder, source), join(folder, source), {
      recursive: true,
      filter: (path) => !path.endsWith('/web/dist'),
    });
  }
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
  const module = pathToFileURL(join(folder, 'cli', 'desk', 'build-desk.ts')).href;
  const script = `
    const { builtDesk } = await import(${JSON.stringify(module)});
    const broken = [];
    const onBroken = (error, { builtAt }) => broken.push(String(error.message), builtAt.toISOString());
    const folders = await builtDesk({ onBroken }).catch((error) => [String(error.message)]);
    process.stdout.write('\\n' + JSON.stringify({ folders, broken }));`;
  const build = async (): Promise<Built> => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
    });
    return JSON.parse(stdout.slice(stdout.lastIndexOf('\n'))) as Built;
  };
  return { folder, build };
}

interface Built {
  readonly folders: readonly string[];
  readonly broken: readonly string[];
}

test('pages that cannot be built are served as they were built last, and the reason is told', async (t) => {
  const { folder, build } = checkout(t);
  const good = await build();
  assert.deepEqual([good.folders.length, good.broken], [1, []]);
  appendFileSync(join(folder, 'web', 'shell', 'desk.tsx'), '\nconst = ;\n');
  const later = await build();
  assert.deepEqual(
    later.folders.map((path) => basename(path)),
    good.folders.map((path) => basename(path)),
  );
  assert.match(later.broken[0] ?? '', /desk\.tsx/);
});

test('without any build, pages that cannot be built are an error', async (t) => {
  const { folder, build } = checkout(t);
  appendFileSync(join(folder, 'web', 'shell', 'desk.tsx'), '\nconst = ;\n');
  const { folders, broken } = await build();
  assert.match(folders[0] ?? '', /desk\.tsx/);
  assert.deepEqual(broken, []);
});
