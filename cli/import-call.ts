import { parseArgs } from 'node:util';
import type { ImportMapping } from '#contract/import-mapping.ts';
import { TICKET_STATES } from '#core/ticket/state.ts';
import { isTimeZone } from '#core/time/zone.ts';
import { PRESETS, shown } from '#server/features/imports/index.ts';
import { Failure } from '#server/platform/failure.ts';
import { checkedMapping, readMap } from './import-map.ts';

/** What `kundig import` was asked. */
export interface ImportCall {
  readonly file: string;
  readonly mapping: ImportMapping;
  readonly isDryRun: boolean;
  /** Where rows go that cannot be read, so that the import goes on without them; null: they stop it. */
  readonly rejectedTo: string | null;
  readonly isJson: boolean;
}

/** Reads the arguments and the mapping; fails with a sentence on the first that makes no sense. */
export async function readImportCall(args: readonly string[]): Promise<ImportCall> {
  const { values, positionals } = parse(args);
  const [preset, file, ...rest] = positionals;
  if (preset === undefined || !file || rest.length > 0) throw new Failure('failure.importUsage');
  const mapping = withOptions(await mappingOf(preset, values.map), values);
  return {
    file,
    mapping,
    isDryRun: values['dry-run'] ?? false,
    rejectedTo: values['skip-unreadable'] ?? null,
    isJson: values.json ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        map: { type: 'string' },
        'time-zone': { type: 'string' },
        'unknown-status': { type: 'string' },
        'skip-unreadable': { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
  } catch {
    throw new Failure('failure.importUsage');
  }
}

/** A preset by its name, or with `csv` the mapping in a file. */
async function mappingOf(preset: string, map: string | undefined): Promise<ImportMapping> {
  if (preset === 'csv' && map !== undefined) return checkedMapping(await readMap(map), map);
  const isPreset = Object.hasOwn(PRESETS, preset) && map === undefined;
  if (!isPreset) throw new Failure('failure.importUsage');
  return checkedMapping(PRESETS[preset], preset);
}

function withOptions(mapping: ImportMapping, values: ReturnType<typeof parse>['values']): ImportMapping {
  const timeZone = values['time-zone'] ?? mapping.timeZone;
  if (!isTimeZone(timeZone)) throw new Failure('failure.importTimeZone', { value: shown(timeZone) });
  const status = values['unknown-status'];
  if (status === undefined) return { ...mapping, timeZone };
  if (mapping.state === undefined) throw new Failure('failure.importNoState');
  return { ...mapping, timeZone, state: { ...mapping.state, unknown: stateOf(status) } };
}

/** `active` is what people say; the state it means is `in_progress`. */
function stateOf(name: string): (typeof TICKET_STATES)[number] {
  const state = name === 'active' ? 'in_progress' : TICKET_STATES.find((known) => known === name);
  if (state) return state;
  throw new Failure('failure.importState', { value: shown(name), states: TICKET_STATES.join(', ') });
}
