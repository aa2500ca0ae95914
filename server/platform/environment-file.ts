/** One KEY=VALUE line with its number, counted from 1. */
export interface EnvironmentEntry {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/**
 * Reads a file of KEY=VALUE lines. Empty lines and lines that start with # are left out; a value may stand in single
 * or double quotes, which are taken off and keep its spaces; nothing is expanded.
 */
export function parseEnvironmentFile(text: string): {
  readonly entries: readonly EnvironmentEntry[];
  readonly badLines: readonly number[];
} {
  const entries: EnvironmentEntry[] = [];
  const badLines: number[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const parts = /^(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(line);
    if (parts === null) badLines.push(index + 1);
    else entries.push({ name: parts[1] ?? '', value: unquote(parts[2] ?? ''), line: index + 1 });
  }
  return { entries, badLines };
}

function unquote(value: string): string {
  return /^(["']).*\1$/.test(value) && value.length > 1 ? value.slice(1, -1) : value;
}
