import type { Words } from '#web/shell/words.tsx';
import type { Import, ImportLine, Report } from './use-imports.ts';

const MEGABYTE = 1_048_576;
const KILOBYTE = 1_024;

/** `2,4 MB`, `12 KB`. */
export function sizeWords(bytes: number, { say, format }: Words): string {
  if (bytes < MEGABYTE)
    return say('desk.import.kilobytes', { n: format.whole(Math.max(1, Math.round(bytes / KILOBYTE))) });
  return say('desk.import.megabytes', { n: format.decimal(bytes / MEGABYTE, bytes < 100 * MEGABYTE ? 1 : 0) });
}

/** How far a task is, from 0 to 1; null while that is not known. */
export function partDone({ phase, done, total }: NonNullable<Import['task']>): number | null {
  return phase === null || total === 0 ? null : Math.min(1, done / total);
}

/** How an import of the list stands, in a few words. */
export function standWords(line: ImportLine, words: Words): string {
  const { say, format } = words;
  const { task, result, file } = line;
  if (file === 'arriving') return say('desk.import.stand.arriving');
  if (result !== null && task?.state === 'done' && task.task === 'run') {
    const { added, extended } = result.tickets;
    return say('desk.import.stand.done', { added: format.whole(added), extended: format.whole(extended) });
  }
  if (task === null) return say('desk.import.stand.looked');
  const isActive = task.state === 'waiting' || task.state === 'working';
  if (isActive && task.task === 'inspect') return say('desk.import.stand.looking');
  if (isActive && task.task === 'dry_run') return say('desk.import.stand.dry_run');
  if (isActive)
    return say('desk.import.stand.run', { percent: format.percent(Math.round((partDone(task) ?? 0) * 100)) });
  if (file === 'removed') return say('desk.import.stand.removed');
  if (task.state === 'failed')
    return say(task.task === 'inspect' ? 'desk.import.stand.unreadable' : 'desk.import.stand.failed');
  if (task.state === 'interrupted') return say('desk.import.stand.interrupted');
  if (task.state === 'cancelled') return say('desk.import.stand.cancelled');
  return say(task.task === 'dry_run' ? 'desk.import.stand.tried' : 'desk.import.stand.looked');
}

export interface TitleParts {
  readonly told: Import;
  readonly rows: number | null;
  /** How many things are still wrong with the mapping. */
  readonly missing: number;
}

/** The finding of an import, as a sentence. */
export function importTitle({ told, rows, missing }: TitleParts, { say, format }: Words): string {
  const { task, dryRun, result } = told;
  const file = told.fileName;
  const isActive = task?.state === 'waiting' || task?.state === 'working';
  if (told.file === 'arriving') return say('desk.import.title.arriving', { file });
  if (isActive && task.task === 'inspect') return say('desk.import.title.looking', { file });
  if (isActive && task.task === 'dry_run') return say('desk.import.title.trying', { file });
  if (isActive) return say('desk.import.title.running', { file });
  if (task?.task === 'run' && task.state !== 'done') return endTitle(told, say);
  if (result !== null && (task?.task === 'run' || told.file === 'removed')) {
    const { added, extended } = result.tickets;
    if (added + extended === 0) return say('desk.import.title.done.nothing', { file });
    return say('desk.import.title.done', { added: format.whole(added) });
  }
  if (told.file === 'removed') return say('desk.import.title.removed', { file });
  if (task?.task === 'inspect' && task.state === 'failed') return say('desk.import.title.unreadable', { file });
  if (task?.task === 'dry_run' && task.state === 'failed') return say('desk.import.title.tryFailed', { file });
  if (dryRun?.isCurrent) return triedTitle(dryRun.report, file, { say, format });
  const counts = { file, rows: format.whole(rows ?? 0) };
  if (missing === 0) return say('desk.import.title.ready', counts);
  if (missing === 1) return say('desk.import.title.missing.one', counts);
  return say('desk.import.title.missing.many', { ...counts, n: missing });
}

function endTitle({ task, fileName: file }: Import, say: Words['say']): string {
  if (task?.state === 'interrupted') return say('desk.import.title.interrupted', { file });
  if (task?.state === 'cancelled') return say('desk.import.title.cancelled', { file });
  return say('desk.import.title.failed', { file });
}

function triedTitle(report: Report, file: string, { say, format }: Pick<Words, 'say' | 'format'>): string {
  const { rows, unreadableRows, tickets, knownElsewhere } = report;
  const [elsewhere] = knownElsewhere;
  if (elsewhere !== undefined) {
    const known = { n: format.whole(elsewhere.tickets), source: elsewhere.source };
    return say('desk.import.title.tried.elsewhere', known);
  }
  if (unreadableRows > 0) {
    return say('desk.import.title.tried.bad', { n: format.whole(unreadableRows), rows: format.whole(rows) });
  }
  if (tickets.added + tickets.extended === 0) return say('desk.import.title.tried.nothing', { file });
  return say('desk.import.title.tried', { added: format.whole(tickets.added) });
}
