import { printableLine } from '#text/printable.ts';

/** One column of a text table. */
export interface TextColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

const GAP = '  ';

/** A table for a terminal: a line of titles, a rule, the rows; numbers to the right. */
export function textTable(columns: readonly TextColumn[], given: readonly (readonly string[])[]): string {
  const rows = given.map((row) => row.map(printableLine));
  const widths = columns.map((column, index) =>
    Math.max(widthOf(column.title), ...rows.map((row) => widthOf(row[index] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => pad(cell, widths[index]!, columns[index]!.align))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  return [line(columns.map((column) => column.title)), rule, ...rows.map(line)].join('\n');
}

function pad(text: string, width: number, align: TextColumn['align']): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + space : space + text;
}

function widthOf(text: string): number {
  return [...text].length;
}
