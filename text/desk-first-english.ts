import { deskCharts } from './en/desk-charts.ts';
import { deskCockpit } from './en/desk-cockpit.ts';
import { deskShell } from './en/desk-shell.ts';
import { figures } from './en/figures.ts';

/** English texts of the frame and of the cockpit, which are loaded first. */
export const deskFirstEnglish = { ...figures, ...deskCharts, ...deskCockpit, ...deskShell };
