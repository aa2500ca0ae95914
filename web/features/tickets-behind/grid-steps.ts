/** Where the keys of the grid lead: from a row to a row. Row -1 is the headings. */

export interface GridPlace {
  readonly row: number;
  /** The heading that has the focus, while the headings have it. */
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are seen at once. */
  readonly page: number;
}

/** The place a key leads to, within the grid; null for a key that leads nowhere. */
export function stepOf(key: string, { row, column }: GridPlace, { rows, columns, page }: GridSize): GridPlace | null {
  const to = (next: number): GridPlace => ({ row: Math.max(-1, Math.min(rows - 1, next)), column });
  switch (key) {
    case 'ArrowDown':
      return to(row + 1);
    case 'ArrowUp':
      return to(row - 1);
    case 'Home':
      return row === -1 ? { row, column: 0 } : to(0);
    case 'End':
      return row === -1 ? { row, column: columns - 1 } : to(rows - 1);
    case 'PageDown':
      return to(Math.max(0, row) + page);
    case 'PageUp':
      return to(Math.max(0, row - page));
    case 'ArrowLeft':
      return row === -1 ? { row, column: Math.max(0, column - 1) } : null;
    case 'ArrowRight':
      return row === -1 ? { row, column: Math.min(columns - 1, column + 1) } : null;
    default:
      return null;
  }
}
