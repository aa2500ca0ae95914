const LONGEST = 63;

/** A name for a source after the name of its file, such as `desk-export` after `Desk Export.csv.gz`. */
export function sourceOfName(fileName: string): string {
  const bare = fileName
    .replace(/\.gz$/i, '')
    .replace(/\.\w{1,5}$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, LONGEST);
  return bare === '' ? 'log' : bare;
}
