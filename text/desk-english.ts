import { deadline } from './en/deadline.ts';
import { deskCharts } from './en/desk-charts.ts';
import { deskCockpit } from './en/desk-cockpit.ts';
import { deskFigure } from './en/desk-figure.ts';
import { deskImport } from './en/desk-import.ts';
import { deskList } from './en/desk-list.ts';
import { deskShell } from './en/desk-shell.ts';
import { deskTicket } from './en/desk-ticket.ts';
import { figures } from './en/figures.ts';
import { tickets } from './en/tickets.ts';

/** All English texts that the desk's pages need. */
export const deskEnglish = {
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

export type DeskEnglish = typeof deskEnglish;
export type DeskKey = keyof DeskEnglish;
