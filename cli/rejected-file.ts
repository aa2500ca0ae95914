import { type FileHandle, open } from 'node:fs/promises';
import type { ImportMapping } from '#contract/import-mapping.ts';
import { type RejectedSink, rejectedLine, shownPath } from '#server/features/imports/index.ts';
import { Failure } from '#server/platform/failure.ts';
import type { Language } from '#text/language.ts';

/** A file that takes rejected rows; it is made when there is one. */
export interface RejectedFile extends RejectedSink {
  close(): Promise<void>;
}

const MARK = '\uFEFF';

/** The file for the rows that are not brought in. A file that is there already is left alone: the import is refused. */
export function rejectedFile(
  path: string,
  { delimiter }: Pick<ImportMapping, 'delimiter'>,
  { language }: { readonly language: Language },
): RejectedFile {
  let file: FileHandle | null = null;
  return {
    begin: async (header) => {
      file = await open(path, 'wx').catch(() => {
        throw new Failure('failure.importRejectedFile', { file: shownPath(path) });
      });
      await file.write(MARK + rejectedLine({ line: 0, fields: header, reasons: null }, { delimiter, language }));
    },
    add: async (rows) => {
      await file?.write(rows.map((row) => rejectedLine(row, { delimiter, language })).join(''));
    },
    close: async () => {
      await file?.close();
    },
  };
}
