import { readFileSync } from 'node:fs';

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Every package that the lock file forgets. npm leaves out an optional package that it could not fetch when the file
 * was written, and `npm ci` then refuses the whole file, on every machine.
 */
export function checkLockFile(text: string = readFileSync('package-lock.json', 'utf8')): readonly string[] {
  const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, LockedPackage>> };
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !(`${place}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages))
      .map(
        (name) =>
          `package-lock.json lacks ${name}, which ${place || 'package.json'} names: add its entry, or npm ci fails.`,
      ),
  );
}
