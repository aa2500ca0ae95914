import type { Answer } from '#web/shell/api.ts';

/** A figure as the API tells it. */
export type Figure = Answer<'readFigure'>['figure'];
export type Row = Answer<'readFigure'>['rows'][number];
export type Chart = Answer<'chartFigure'>['charts'][number];
export type Note = Answer<'listNotes'>['notes'][number];
export type Differences = Answer<'listDifferences'>;
