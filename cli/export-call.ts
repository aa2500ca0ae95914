import { resolve } from 'node:path';
import type { CsvDelimiter, CsvOptions, FileFormat } from '#server/features/exports/index.ts';
import { Failure } from '#server/platform/failure.ts';
import { type KpiCall, readKpiCall } from './kpi-call.ts';
import type { Surroundings } from './kpi-question.ts';

/** What `kundig export` was asked. */
export interface ExportCall {
  readonly asked: ExportedCall;
  /** As the person wrote it, for messages. */
  readonly name: string;
  readonly path: string;
  readonly format: FileFormat;
}

/** What `kundig kpi` can be asked for and a table can hold. */
export type ExportedCall = Extract<KpiCall, { readonly kind: 'figure' | 'tickets' | 'compare' }>;

export interface ExportSurroundings extends Surroundings {
  readonly workingFolder: string;
}

/** Options that choose rows or a form of output, which an export has not: it writes all rows into a file. */
const OTHERS_OPTION = /^--(?:list|json|limit|after|tab)(?:=|$)/;
const DELIMITERS: readonly CsvDelimiter[] = [',', ';'];

/** Reads the arguments: what is not about the file means what it means to `kundig kpi`. Fails with a sentence. */
export function readExportCall(
  args: readonly string[],
  { workingFolder, ...surroundings }: ExportSurroundings,
): ExportCall {
  const { kpiArgs, name, csv } = partedArgs(args);
  if (name === null || kpiArgs.some((arg) => OTHERS_OPTION.test(arg))) throw new Failure('failure.exportUsage');
  if (!/\.(?:csv|xlsx)$/i.test(name)) throw new Failure('failure.exportFormat', { file: name });
  const isCsv = /\.csv$/i.test(name);
  if (!isCsv && Object.keys(csv).length > 0) throw new Failure('failure.exportCsvOnly', { file: name });
  const asked = kpiCallOf(kpiArgs, surroundings);
  if (asked.kind === 'list' || asked.kind === 'chart') throw new Failure('failure.exportUsage');
  return {
    asked,
    name,
    path: resolve(workingFolder, name),
    format: isCsv ? { kind: 'csv', options: csv } : { kind: 'xlsx' },
  };
}

function kpiCallOf(args: readonly string[], surroundings: Surroundings): KpiCall {
  try {
    return readKpiCall(args, surroundings);
  } catch (error) {
    if (error instanceof Failure && error.key === 'failure.kpiUsage') throw new Failure('failure.exportUsage');
    throw error;
  }
}

interface PartedArgs {
  readonly kpiArgs: readonly string[];
  readonly name: string | null;
  readonly csv: CsvOptions;
}

/** Takes out what is about the file. */
function partedArgs(args: readonly string[]): PartedArgs {
  const kpiArgs: string[] = [];
  const files: string[] = [];
  let csv: CsvOptions = {};
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!;
    const [, option = arg, given] = /^(--[a-z-]+)=(.*)$/s.exec(arg) ?? [];
    const value = given ?? args[at + 1];
    const isPair = given === undefined;
    if (option === '--file' && value !== undefined) {
      files.push(value);
      if (isPair) at += 1;
    } else if (option === '--delimiter') {
      csv = { ...csv, delimiter: delimiterOf(value) };
      if (isPair) at += 1;
    } else if (arg === '--bom') {
      csv = { ...csv, bom: 'with' };
    } else if (arg === '--decimal-comma') {
      csv = { ...csv, decimalMark: ',' };
    } else {
      kpiArgs.push(arg);
    }
  }
  if (files.length > 1) throw new Failure('failure.exportUsage');
  return { kpiArgs, name: files[0] ?? null, csv };
}

function delimiterOf(value: string | undefined): CsvDelimiter {
  const delimiter = DELIMITERS.find((known) => known === value);
  if (delimiter === undefined) throw new Failure('failure.exportDelimiter', { value: value ?? '' });
  return delimiter;
}
