/** The first rows come at once, the others follow in pages as large as the server gives. */
const FIRST_ROWS = 200;
const ROWS_PER_PAGE = 2_000;
/** What a browser holds and sorts without a pause; above it a file serves better. */
export const MOST_ROWS = 20_000;

/** Where a page begins and how many rows it may bring. */
export interface PageWanted {
  readonly cursor: string | null;
  readonly limit: number;
}

interface PageCame {
  readonly rows: readonly unknown[];
  readonly nextCursor: string | null;
}

export const FIRST_PAGE: PageWanted = { cursor: null, limit: FIRST_ROWS };

/** The page after these; null when all have come, or as many as a list holds. */
export function pageAfter(pages: readonly PageCame[]): PageWanted | null {
  const cursor = pages.at(-1)?.nextCursor ?? null;
  const loaded = pages.reduce((sum, { rows }) => sum + rows.length, 0);
  const limit = Math.min(ROWS_PER_PAGE, MOST_ROWS - loaded);
  return cursor === null || limit <= 0 ? null : { cursor, limit };
}

/** Whether there are more rows than a list holds. */
export function isCutOff(pages: readonly PageCame[]): boolean {
  return pageAfter(pages) === null && (pages.at(-1)?.nextCursor ?? null) !== null;
}
