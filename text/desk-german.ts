import { deadline } from './de/deadline.ts';
import { deskCharts } from './de/desk-charts.ts';
import { deskShell } from './de/desk-shell.ts';
import { figures } from './de/figures.ts';
import { tickets } from './de/tickets.ts';
import type { DeskKey } from './desk-english.ts';

/** All German texts that the desk's pages need; a text that lacks its German is a compile error. */
export const deskGerman: Readonly<Record<DeskKey, string>> = {
  ...tickets,
  ...deadline,
  ...figures,
  ...deskCharts,
  ...deskShell,
};
