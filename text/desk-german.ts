import { deadline } from './de/deadline.ts';
import { deskCharts } from './de/desk-charts.ts';
import { deskCockpit } from './de/desk-cockpit.ts';
import { deskFigure } from './de/desk-figure.ts';
import { deskImport } from './de/desk-import.ts';
import { deskList } from './de/desk-list.ts';
import { deskShell } from './de/desk-shell.ts';
import { deskTicket } from './de/desk-ticket.ts';
import { figures } from './de/figures.ts';
import { tickets } from './de/tickets.ts';
import type { DeskKey } from './desk-english.ts';

/** All German texts that the desk's pages need; a text that lacks its German is a compile error. */
export const deskGerman: Readonly<Record<DeskKey, string>> = {
  ...tickets,
  ...deadline,
  ...figures,
  ...deskCharts,
  ...deskCockpit,
  ...deskFigure,
  ...deskImport,
  ...deskList,
  ...deskShell,
  ...deskTicket,
};
