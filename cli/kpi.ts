import { FIGURES } from '#core/figures/registry.ts';
import { type Instant, instant } from '#core/time/instant.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { askFigure, factsBehind } from '#server/features/figures/index.ts';
import { readSettings } from '#server/platform/settings.ts';
import type { CommandIo } from './command.ts';
import { readKpiCall } from './kpi-call.ts';
import { answerJson, factJson, figureJson } from './kpi-json.ts';
import { answersText, factsText, listText } from './kpi-text.ts';
import { withDatabase } from './with-database.ts';

/** `kundig kpi`: computes a figure, or shows the tickets behind it. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const settings = readSettings(io.environment, io.workingFolder);
  const call = readKpiCall(args, settings.KUNDIG_TIME_ZONE, now());
  const language = settings.KUNDIG_LANGUAGE || io.language;
  const print = (text: string): void => {
    io.out.write(`${text}\n`);
  };
  const printJson = (rows: readonly unknown[]): void => print(JSON.stringify(rows, null, 2));
  if (call.kind === 'list') {
    if (call.isJson) printJson(FIGURES.map((figure) => figureJson(figure, language)));
    else print(listText(language));
    return 0;
  }
  return withDatabase(io, async ({ database }) => {
    const { question } = call;
    if (call.kind === 'tickets') {
      const facts = await factsBehind(database.app, defaultTenantId, question, call);
      if (call.isJson) printJson(facts.map((fact) => factJson(fact, question)));
      else print(factsText(facts, question, { limit: call.limit, language }));
      return 0;
    }
    const answers = await askFigure(database.app, defaultTenantId, question);
    if (call.isJson) printJson(answers.map((answer) => answerJson(answer, question)));
    else print(answersText(answers, question, language));
    return 0;
  });
}

function now(): Instant {
  return instant(Date.now() / 1000);
}
