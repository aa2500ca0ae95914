import { deadline } from './de/deadline.ts';
import { deskFigure } from './de/desk-figure.ts';
import { deskImport } from './de/desk-import.ts';
import { deskList } from './de/desk-list.ts';
import { deskTicket } from './de/desk-ticket.ts';
import { tickets } from './de/tickets.ts';
import type { DeskKey } from './desk-english.ts';
import { deskFirstGerman } from './desk-first-german.ts';

/** All German texts that the desk's pages need; a text that lacks its German is a compile error. */
export const deskGerman: Readonly<Record<DeskKey, string>> = {
  ...deskFirstGerman,
  ...tickets,
  ...deadline,
  ...deskFigure,
  ...deskImport,
  ...deskList,
  ...deskTicket,
};
