import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

/*
 * The browser of the tests: the Chromium that npm brings on Linux x64, unpacked once a version; elsewhere one that is
 * installed. CHROMIUM names another.
 */

const projectFolder = resolve(import.meta.dirname, '../..');
const places = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const flags = [
  // Its sandbox needs rights that root in a container does not have; the tests open nothing but our own server.
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

interface Found {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Starts a browser. Close it. */
export async function openChromium(): Promise<Browser> {
  const { path, environment } = await findChromium();
  return chromium.launch({ executablePath: path, args: flags, env: { ...process.env, ...environment } as never });
}

async function findChromium(): Promise<Found> {
  const given = process.env.CHROMIUM;
  if (given) return { path: given, environment: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpacked();
  const path = places.find((place) => existsSync(place));
  if (path === undefined) throw new Error('no Chromium found: install one, or name it in CHROMIUM');
  return { path, environment: {} };
}

async function unpacked(): Promise<Found> {
  const manifest = join(projectFolder, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const cache = join(projectFolder, 'node_modules', '.cache', 'kundig');
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const fresh = mkdtempSync(join(cache, 'unpacking-'));
    try {
      const script = join(import.meta.dirname, 'unpack-chromium.ts');
      await promisify(execFile)(process.execPath, [script], { env: { ...process.env, TMPDIR: fresh } });
      writeFileSync(join(fresh, 'fonts', 'fonts.conf'), fontRules(folder));
      // Another test may have been faster.
      if (!existsSync(folder)) renameSync(fresh, folder);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  return {
    path: join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

/** The same letters wherever the tests run: Inter where it is installed, else the Open Sans that came along. */
function fontRules(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <dir>/usr/share/fonts/opentype/inter</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
  <alias binding="same"><family>system-ui</family><prefer><family>Inter</family><family>Open Sans</family></prefer></alias>
  <alias binding="same"><family>sans-serif</family><prefer><family>Inter</family><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
}
