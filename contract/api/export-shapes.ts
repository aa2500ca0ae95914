import { z } from 'zod';
import { factsQuery, figureQuery } from './figure-shapes.ts';

/** The formats of exported tables and their media types. */
export const EXPORT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type ExportFormat = keyof typeof EXPORT_TYPES;

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** How a table is written as a file. */
const fileQuery = {
  /** Left out: csv. */
  format: z.enum(['csv', 'xlsx']).optional(),
  /** CSV only, as are the next two. */
  delimiter: z.enum([',', ';']).optional(),
  /** The mark by which Excel knows UTF-8. */
  bom: flag.optional(),
  /** For spreadsheets set to German. */
  decimalComma: flag.optional(),
  /** Of headings and words; left out: that of `Accept-Language`. */
  language: z.enum(['de', 'en']).optional(),
};

export const figureExportQuery = figureQuery.extend(fileQuery);

/** A file has no pages; without a tab it holds the facts of all of them. */
export const factsExportQuery = factsQuery.omit({ limit: true, cursor: true }).extend(fileQuery);

export type FileQuery = Pick<z.output<typeof figureExportQuery>, keyof typeof fileQuery>;
