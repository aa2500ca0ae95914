import { deadline } from './en/deadline.ts';
import { deskCharts } from './en/desk-charts.ts';
import { deskShell } from './en/desk-shell.ts';
import { figures } from './en/figures.ts';
import { tickets } from './en/tickets.ts';

/** All English texts that the desk's pages need. */
export const deskEnglish = {
  ...tickets,
  ...deadline,
  ...figures,
  ...deskCharts,
  ...deskShell,
};

export type DeskEnglish = typeof deskEnglish;
export type DeskKey = keyof DeskEnglish;
