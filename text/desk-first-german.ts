import { deskCharts } from './de/desk-charts.ts';
import { deskCockpit } from './de/desk-cockpit.ts';
import { deskShell } from './de/desk-shell.ts';
import { figures } from './de/figures.ts';

/** German texts of the frame and of the cockpit, which are loaded first. */
export const deskFirstGerman = { ...figures, ...deskCharts, ...deskCockpit, ...deskShell };
