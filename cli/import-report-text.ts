import type { ImportReport } from '#server/features/imports/index.ts';
import { say } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import { textTable } from './table.ts';

const FLOWS = ['created', 'resolved', 'closed'] as const;
const MOST_MONTHS = 12;

/** The reconciliation of an import, as a person reads it. */
export function importReportText(
  report: ImportReport,
  language: Language,
  { rejectedTo }: { readonly rejectedTo: string | null },
): string {
  const number = new Intl.NumberFormat(language);
  const title = say(language, report.isDryRun ? 'import.dryRun' : 'import.done', {
    source: report.source,
    zone: report.timeZone,
  });
  return [
    title,
    '',
    countsText(report, language, number),
    ...rejectedText(report, language, { number, rejectedTo }),
    ...warningsText(report, language, number),
    ...repairsText(report, language, number),
    '',
    monthsText(report, language, number),
    ...agreementText(report, language),
  ].join('\n');
}

function countsText(
  { rows, rowCounts, tickets, events, isDryRun, changedTickets }: ImportReport,
  language: Language,
  number: Intl.NumberFormat,
): string {
  const parts = (['added', 'extended', 'unchanged', 'changed'] as const)
    .filter((kind) => tickets[kind] > 0)
    .map((kind) => `${number.format(tickets[kind])} ${say(language, `import.${kind}`)}`);
  const lines = [
    [say(language, 'import.rows'), `${number.format(rows)} (${rowParts(rowCounts, isDryRun, { language, number })})`],
    [
      say(language, 'import.tickets'),
      [number.format(tickets.inFile), parts.length > 0 ? `(${parts.join(', ')})` : ''].join(' ').trim(),
    ],
    [say(language, isDryRun ? 'import.eventsPlanned' : 'import.events'), number.format(events)],
  ];
  const width = Math.max(...lines.map(([label]) => label!.length));
  const text = lines.map(([label, value]) => `${label!.padEnd(width)}  ${value}`);
  if (changedTickets.length > 0)
    text.push(say(language, 'import.changedExamples', { tickets: changedTickets.slice(0, 5).join(', ') }));
  return text.join('\n');
}

/** What became of the rows, as parts that add up to all. */
function rowParts(
  counts: ImportReport['rowCounts'],
  isDryRun: boolean,
  { language, number }: { readonly language: Language; readonly number: Intl.NumberFormat },
): string {
  const { imported, unchanged, changed, rejected } = counts;
  const parts = [
    [imported, isDryRun ? 'import.rowsPlanned' : 'import.rowsImported'],
    [unchanged, 'import.unchanged'],
    [changed, 'import.changed'],
    [rejected, 'import.rejected'],
  ] as const;
  return parts
    .filter(([count], place) => count > 0 || place === 0)
    .map(([count, words]) => `${number.format(count)} ${say(language, words)}`)
    .join(', ');
}

/** What became of rows that cannot be read; without a file for them a real run would refuse all. */
function rejectedText(
  { rowCounts: { rejected }, unreadableRows }: ImportReport,
  language: Language,
  { number, rejectedTo }: { readonly number: Intl.NumberFormat; readonly rejectedTo: string | null },
): string[] {
  if (rejected === 0) return [];
  const counts = { rejected: number.format(rejected), unreadable: number.format(unreadableRows) };
  const then =
    rejectedTo === null
      ? say(language, 'import.unreadable', { rows: number.format(unreadableRows) })
      : say(language, 'import.rejectedWritten', { file: rejectedTo });
  return ['', say(language, 'import.rejectedNote', counts), then];
}

function warningsText(
  { knownElsewhere, numberedColumns }: ImportReport,
  language: Language,
  number: Intl.NumberFormat,
): string[] {
  const known = knownElsewhere.map(({ source, tickets }) => [
    '',
    `!! ${say(language, 'import.knownElsewhere', { source, tickets: number.format(tickets) })}`,
  ]);
  const numbered =
    numberedColumns.length === 0 ? [] : ['', say(language, 'import.numbered', { columns: numberedColumns.join(', ') })];
  return [...known.flat(), ...numbered];
}

function repairsText({ repairs }: ImportReport, language: Language, number: Intl.NumberFormat): string[] {
  if (repairs.length === 0) return [];
  const rows = repairs.map(({ repair, rows: count, examples }) => [
    number.format(count),
    say(language, `import.repair.${repair}`),
    examples.join(', '),
  ]);
  const columns = [
    { title: say(language, 'import.rows'), align: 'right' },
    { title: say(language, 'import.repairs'), align: 'left' },
    { title: say(language, 'import.lines'), align: 'left' },
  ] as const;
  return ['', textTable(columns, rows)];
}

function monthsText({ months }: ImportReport, language: Language, number: Intl.NumberFormat): string {
  const sides = ['file', 'database'] as const;
  const columns = FLOWS.flatMap((flow) =>
    sides.map((side) => ({
      title: `${say(language, `import.${flow}`)}: ${say(language, `import.${side}`)}`,
      align: 'right' as const,
    })),
  );
  const cells = (totals: (flow: (typeof FLOWS)[number], side: (typeof sides)[number]) => number): string[] =>
    FLOWS.flatMap((flow) => sides.map((side) => number.format(totals(flow, side))));
  const rows = months.map((month) => [month.month, ...cells((flow, side) => month[side][flow])]);
  const sum = cells((flow, side) => months.reduce((total, month) => total + month[side][flow], 0));
  return textTable(
    [{ title: say(language, 'import.month'), align: 'left' }, ...columns],
    [...rows, [say(language, 'import.sum'), ...sum]],
  );
}

/** Before a real run the database knows nothing of the file yet. */
function agreementText({ months, isDryRun }: ImportReport, language: Language): string[] {
  if (isDryRun) return [];
  const differing = months.filter(({ file, database }) => FLOWS.some((flow) => file[flow] !== database[flow]));
  if (differing.length === 0) return ['', say(language, 'import.agree')];
  const shown = differing.slice(0, MOST_MONTHS).map(({ month }) => month);
  const more = differing.length > shown.length ? ' …' : '';
  return ['', say(language, 'import.differ', { months: `${shown.join(', ')}${more}` })];
}
