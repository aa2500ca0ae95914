import uci498 from './presets/uci-498.json' with { type: 'json' };

/** Mappings that come with the product, by name. Each is a JSON file like those that people write. */
export const PRESETS: Readonly<Record<string, unknown>> = { 'uci-498': uci498 };

/** The preset that names columns of this file alone, so that the file has its shape; null when there is none. */
export function presetOfColumns(header: readonly string[]): string | null {
  const found = Object.entries(PRESETS).find(([, preset]) =>
    columnsOfMapping(preset).every(({ column }) => header.includes(column)),
  );
  return found?.[0] ?? null;
}

/** A column that a mapping names, and at which of its keys. */
export interface NamedColumn {
  readonly column: string;
  readonly path: readonly (string | number)[];
}

/** All columns that a mapping names, also one that is half done. Values of a status may be called `column` too: those are none. */
export function columnsOfMapping(mapping: unknown, path: readonly string[] = []): NamedColumn[] {
  if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping)) return [];
  return Object.entries(mapping).flatMap(([key, value]): NamedColumn[] => {
    if (key === 'values' || key === 'calendar') return [];
    const here = [...path, key];
    if (key !== 'column') return columnsOfMapping(value, here);
    if (typeof value === 'string') return [{ column: value, path: here }];
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    return list.flatMap((column, index) => (typeof column === 'string' ? [{ column, path: [...here, index] }] : []));
  });
}
