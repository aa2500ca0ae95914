import { deskFirstEnglish } from './desk-first-english.ts';
import { deadline } from './en/deadline.ts';
import { deskFigure } from './en/desk-figure.ts';
import { deskImport } from './en/desk-import.ts';
import { deskList } from './en/desk-list.ts';
import { deskTicket } from './en/desk-ticket.ts';
import { tickets } from './en/tickets.ts';

/** All English texts that the desk's pages need. A browser loads them piece by piece. */
export const deskEnglish = {
  ...deskFirstEnglish,
  ...tickets,
  ...deadline,
  ...deskFigure,
  ...deskImport,
  ...deskList,
  ...deskTicket,
};

export type DeskEnglish = typeof deskEnglish;
export type DeskKey = keyof DeskEnglish;
