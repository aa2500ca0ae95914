import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Language, languageOf } from '#text/language.ts';
import { parseEnvironmentFile } from './environment-file.ts';
import { Failure, type FailureDetail } from './failure.ts';
import { type SettingName, type Settings, settingNames, settingTable } from './setting-table.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const defaultFile = 'kundig.env';
/** Names the file; only the environment can do that. */
const fileVariable = 'KUNDIG_ENV_FILE';

/**
 * Reads all settings: the environment before the file before the defaults; an empty value counts as not given.
 * Fails with every problem at once. Paths are relative to the working folder.
 */
export function readSettings(environment: Environment, workingFolder: string): Settings {
  const file = readFile(environment[fileVariable], workingFolder);
  const problems: FailureDetail[] = [...file.problems];
  const values = settingNames.map((name) => {
    const given = environment[name] || file.values.get(name) || settingTable[name].default;
    const read = settingTable[name].schema.safeParse(given);
    if (!read.success) problems.push(problemWith(name, given));
    return [name, read.data] as const;
  });
  if (problems.length > 0) throw new Failure('failure.settings').withDetails(problems);
  const settings = Object.fromEntries(values) as unknown as Settings;
  return { ...settings, KUNDIG_DATA: resolve(workingFolder, settings.KUNDIG_DATA) };
}

/** The language for this installation's messages, also when its settings are wrong. */
export function languageOfInstallation(environment: Environment, workingFolder: string): Language {
  const { values } = readFile(environment[fileVariable], workingFolder);
  return languageOf({ ...environment, KUNDIG_LANGUAGE: environment.KUNDIG_LANGUAGE || values.get('KUNDIG_LANGUAGE') });
}

interface SettingsFile {
  readonly values: ReadonlyMap<string, string>;
  readonly problems: readonly FailureDetail[];
}

function readFile(named: string | undefined, workingFolder: string): SettingsFile {
  const path = resolve(workingFolder, named || defaultFile);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isAbsent && !named) return { values: new Map(), problems: [] };
    return { values: new Map(), problems: [{ key: 'problem.fileUnreadable', params: { file: path } }] };
  }
  return withKnownNames(path, parseEnvironmentFile(text));
}

/** A misspelt name in our own file would be ignored in silence, so it is a problem. */
function withKnownNames(file: string, parsed: ReturnType<typeof parseEnvironmentFile>): SettingsFile {
  const values = new Map<string, string>();
  const problems: FailureDetail[] = parsed.badLines.map((line) => ({
    key: 'problem.lineUnreadable',
    params: { file, line },
  }));
  for (const { name, value, line } of parsed.entries) {
    if ((settingNames as readonly string[]).includes(name)) values.set(name, value);
    else problems.push({ key: 'problem.nameUnknown', params: { file, line, name } });
  }
  return { values, problems };
}

function problemWith(name: SettingName, value: string): FailureDetail {
  const setting = settingTable[name];
  const words = { rule: setting.rule };
  return 'isSecret' in setting
    ? { key: 'problem.secretInvalid', params: { name }, words }
    : { key: 'problem.valueInvalid', params: { name, value: value.slice(0, 80) }, words };
}
