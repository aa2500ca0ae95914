import type { RefObject } from 'react';
import { addDays, formatLocalDate } from '#core/time/local-date.ts';
import type { CockpitHead } from '#web/features/cockpit/cockpit-lines.ts';
import { addressOf } from '#web/shell/api.ts';
import { useDefinition } from '#web/shell/figure-queries.ts';
import { tableFile } from '#web/shell/table-file.ts';
import { useWords } from '#web/shell/words.tsx';
import { downloadChart, drawingIn, numberedNotesIn } from '#web/ui/charts/download-chart.ts';
import { Menu } from '#web/ui/menu.tsx';
import { toast } from '#web/ui/toast.tsx';
import { courseNotes } from './course.tsx';
import type { Figure } from './figure-things.ts';
import type { FigureQuestion } from './use-figure.ts';

export interface ExportMenuProps {
  readonly figure: Figure;
  readonly question: FigureQuestion;
  readonly head: CockpitHead;
  /** Where the chart stands. */
  readonly course: RefObject<HTMLElement | null>;
  /** The sentence of the chart. */
  readonly title: string;
}

/** The periods of the chart as a table, or the chart as a picture that explains itself. */
export function ExportMenu({ figure, question, head, course, title }: ExportMenuProps) {
  const words = useWords();
  const { say, language } = words;
  const formula = useDefinition(figure.id).data?.formula ?? '';
  // As the server calls the table of the same periods.
  const lastDay = formatLocalDate(addDays(question.to, -1));
  const name = `${figure.id}_${question.chart.from}_${lastDay}`;
  const save = async (format: string): Promise<void> => {
    if (format === 'csv' || format === 'xlsx') {
      const query = { ...question.chart, ...tableFile(format, language) };
      window.location.assign(addressOf('exportFigure', { params: { id: figure.id }, query }));
      return;
    }
    const drawing = drawingIn(course.current);
    if (drawing === null) return;
    const notes = [...numberedNotesIn(course.current), ...courseNotes({ figure, head }, formula, words)];
    const as = format === 'png' ? 'png' : 'svg';
    await downloadChart(drawing, { name, format: as, title: `${figure.name}: ${title}`, notes }).catch(() =>
      toast({ words: say('desk.figure.export.failed') }),
    );
  };
  const formats = ['csv', 'xlsx', ...(title === '' ? [] : (['png', 'svg'] as const))] as const;
  return (
    <Menu
      label={say('desk.figure.export')}
      entries={formats.map((id) => ({ id, label: say(`desk.figure.export.${id}`) }))}
      onAction={(format) => void save(format)}
    />
  );
}
