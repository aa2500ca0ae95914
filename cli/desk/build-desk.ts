import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/*
 * Builds the web part. Nobody has to think of it: whoever serves the desk builds it first when what it is made from
 * has changed.
 *
 * 1. A build lies in a folder named by the digest of its sources. Times of files say nothing after a checkout.
 * 2. It gets that name once it is whole, so that nobody is served half of it and two builders do not meet.
 * 3. The build before it stays: pages that were opened before still ask for its files.
 * 4. Sources that cannot be built stop nobody from serving what was built last.
 */

const projectFolder = resolve(import.meta.dirname, '../..');
const buildsFolder = join(projectFolder, 'web', 'dist');
const sources = ['web/**/*', 'core/**/*.ts', 'contract/**/*.ts', 'text/**/*.ts', 'package-lock.json'];
const compressible = /\.(?:js|css|svg)$/;
const keptBuilds = 3;
const keptMilliseconds = 24 * 3_600_000;

export interface BuildOptions {
  /** Hears that there is something to build, before it begins. */
  readonly onBuild?: () => void;
  /** Hears why the sources cannot be built, and what is served in their place. Left out: that is an error. */
  readonly onBroken?: (error: unknown, inPlace: { readonly builtAt: Date }) => void;
}

/** The folders of the built desk, the newest first; builds it when it is not there. */
export async function builtDesk({ onBuild, onBroken }: BuildOptions = {}): Promise<readonly string[]> {
  const wanted = join(buildsFolder, sourceDigest().slice(0, 16));
  if (!existsSync(wanted)) {
    onBuild?.();
    try {
      await buildAt(wanted);
    } catch (error) {
      const last = builds();
      if (onBroken === undefined || last[0] === undefined) throw error;
      onBroken(error, { builtAt: statSync(last[0]).mtime });
      return last.slice(0, keptBuilds + 1);
    }
  }
  const others = builds().filter((folder) => folder !== wanted);
  for (const old of others.slice(keptBuilds).filter(isOld)) rmSync(old, { recursive: true, force: true });
  return [wanted, ...others.slice(0, keptBuilds)];
}

/** Another server may still serve a younger one. */
function isOld(folder: string): boolean {
  return Date.now() - statSync(folder).mtimeMs > keptMilliseconds;
}

/** Finished builds, the newest first. */
function builds(): string[] {
  return readdirSync(buildsFolder)
    .filter((name) => !name.startsWith('.'))
    .map((name) => join(buildsFolder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
}

function sourceDigest(): string {
  const isNoSource = (name: string) => name === 'dist' || name.endsWith('.test.ts');
  const files = globSync(sources, { cwd: projectFolder, exclude: isNoSource })
    .filter((file) => !isNoSource(file) && statSync(join(projectFolder, file)).isFile())
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(projectFolder, file)));
  return hash.digest('hex');
}

async function buildAt(place: string): Promise<void> {
  // The builder is a large program: nobody loads it who has nothing to build.
  const [{ build }, { webBuild }] = await Promise.all([import('vite'), import('#web/vite.config.ts')]);
  mkdirSync(buildsFolder, { recursive: true });
  const fresh = mkdtempSync(join(buildsFolder, '.fresh-'));
  try {
    await build(webBuild(fresh));
    compress(fresh);
    if (!existsSync(place)) renameSync(fresh, place);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Files are compressed once here and not at each request. */
function compress(folder: string): void {
  for (const file of globSync('assets/**/*', { cwd: folder })) {
    if (!compressible.test(file)) continue;
    const path = join(folder, file);
    const content = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
  }
}
