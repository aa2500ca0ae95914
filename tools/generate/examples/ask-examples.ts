import type { Kysely } from 'kysely';
import { type KpiCall, readKpiCall } from '#cli/kpi-call.ts';
import type { FigureAnswer } from '#core/figures/answer.ts';
import { formatLocalDate } from '#core/time/local-date.ts';
import type { Database } from '#server/database/schema.ts';
import { workingDaysOf } from '#server/features/calendars/index.ts';
import { askFigure, type FigureQuestion } from '#server/features/figures/index.ts';
import { readSettings } from '#server/platform/settings.ts';
import { timelineOf } from '#worlds/demo/timeline.ts';
import { EXAMPLE_QUESTIONS, EXAMPLE_WORLD } from './example-questions.ts';

/** What a figure was asked and what it answered. */
export interface AnsweredExample {
  readonly figure: string;
  /** The words after `kundig kpi`. */
  readonly words: string;
  readonly row: number;
  readonly answers: readonly FigureAnswer[];
}

/** Asks every example of the database that holds the example company, one after the other. */
export async function askExamples(db: Kysely<Database>, tenantId: string): Promise<AnsweredExample[]> {
  const examples: AnsweredExample[] = [];
  for (const [figure, { words, row }] of EXAMPLE_QUESTIONS) {
    const asked = `${words} --as-of ${formatLocalDate(EXAMPLE_WORLD.today)}`;
    const answers = await askFigure(db, tenantId, exampleQuestion(asked));
    examples.push({ figure, words: asked, row, answers: answers.map(inFixedOrder) });
  }
  return examples;
}

/**
 * The question as the command line reads it, with all settings left as they are.
 * @throws Error when the words ask for anything but a figure.
 */
export function exampleQuestion(words: string): FigureQuestion {
  const settings = readSettings({}, import.meta.dirname);
  const call: KpiCall = readKpiCall(words.split(' '), {
    reportingZone: settings.KUNDIG_TIME_ZONE,
    workingDays: workingDaysOf(settings),
    now: timelineOf(EXAMPLE_WORLD.today).until,
  });
  if (call.kind !== 'figure') throw new Error(`"${words}" asks for no figure`);
  return call.question;
}

/** Reasons come in the order in which the database met them; a file that is compared needs one that stays. */
function inFixedOrder(answer: FigureAnswer): FigureAnswer {
  const reasons = Object.entries(answer.excludedBy).sort(([one], [other]) => (one < other ? -1 : 1));
  return { ...answer, excludedBy: Object.fromEntries(reasons) };
}
