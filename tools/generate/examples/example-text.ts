import { numberText, reasonText, spanText, valueText, wholeText } from '#cli/kpi-format.ts';
import { answersText, splitText } from '#cli/kpi-text.ts';
import type { FactKind } from '#core/facts/kinds.ts';
import type { FigureAnswer } from '#core/figures/answer.ts';
import type { Figure } from '#core/figures/definition.ts';
import { formatLocalDate } from '#core/time/local-date.ts';
import type { FigureQuestion } from '#server/features/figures/index.ts';
import { say, sayLoosely, type TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import { type AnsweredExample, exampleQuestion } from './ask-examples.ts';
import { EXAMPLE_WORLD } from './example-questions.ts';

/** What facts are called that do not stand for a ticket. */
const NOUN: Partial<Record<FactKind, 'clock' | 'contact' | 'escalation' | 'movement'>> = {
  clock: 'clock',
  contact: 'contact',
  escalation: 'escalation',
  movement: 'movement',
};

/** An example as Markdown: the call, what it prints, how one row of it comes about, and what it tells. */
export function exampleText({ figure, words, row, answers }: AnsweredExample, language: Language): string {
  const question = exampleQuestion(words);
  const { today, seed } = EXAMPLE_WORLD;
  const printed = answersText(answers, question, language).split('\n');
  const steps = stepsOf(answers[row]!, question.figure, language);
  const tells = sayLoosely(language, `example.tells.${figure}` as TextKey, {});
  return [
    say(language, 'example.asked', { today: formatLocalDate(today), seed }),
    '',
    ...indented([`KUNDIG_DATA=./data-demo npm run kundig -- kpi ${words}`, '', ...printed]),
    '',
    say(language, 'example.row', { place: placeText(answers[row]!, question, language) }),
    '',
    ...steps.map((step) => `- ${step}`),
    '',
    `**${say(language, 'example.tells')}.** ${tells}`,
  ].join('\n');
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `    ${line}`.trimEnd());
}

function placeText(answer: FigureAnswer, { zone, split }: FigureQuestion, language: Language): string {
  const span = spanText(answer, zone);
  return split === null ? span : `${span}, \`${splitText(answer.split, language)}\``;
}

/** The numbers that go in, one step after the other. */
function stepsOf(answer: FigureAnswer, figure: Figure, language: Language): string[] {
  const { undecided, immature } = answer;
  return [
    factsStep(answer, figure, language),
    valueStep(answer, figure, language),
    ...intervalStep(answer, figure, language),
    ...(undecided > 0 ? [say(language, 'example.undecided', { undecided: wholeText(undecided, language) })] : []),
    ...(immature > 0 ? [say(language, 'example.immature', { immature: wholeText(immature, language) })] : []),
  ];
}

function factsStep({ n, excluded, excludedBy }: FigureAnswer, { of }: Figure, language: Language): string {
  const facts = say(language, `example.facts.${NOUN[of] ?? 'ticket'}`);
  const whole = (value: number): string => wholeText(value, language);
  if (excluded === 0) return say(language, 'example.allCount', { n: whole(n), facts });
  const reasons = Object.entries(excludedBy).map(
    ([reason, count]) => `${whole(count)} ${reasonText(reason, language)}`,
  );
  return say(language, 'example.someCount', {
    all: whole(n + excluded),
    facts,
    n: whole(n),
    excluded: whole(excluded),
    reasons: reasons.join(', '),
  });
}

function valueStep(answer: FigureAnswer, figure: Figure, language: Language): string {
  const value = valueText(answer, figure, language);
  const parts = {
    numerator: wholeText(answer.numerator ?? 0, language),
    denominator: wholeText(answer.denominator ?? 0, language),
    value,
  };
  switch (figure.kind) {
    case 'share':
      return say(language, 'example.share', parts);
    case 'count':
      return say(language, figure.sumOf === null ? 'example.count' : 'example.sum', { value });
    case 'duration': {
      const { mean, p90 } = answer.duration!;
      const [meanText, p90Text] = [mean, p90].map((number) => numberText(number, figure, language));
      const unit = say(language, `unit.${figure.unit}`);
      return say(language, 'example.duration', { value, unit, mean: meanText!, p90: p90Text! });
    }
    case 'mean':
      return say(language, 'example.mean', parts);
    case 'quotient':
      return say(language, 'example.quotient', {
        numerator: hoursText(answer.numerator ?? 0, language),
        denominator: hoursText(answer.denominator ?? 0, language),
        value,
      });
    case 'rate':
      return say(language, `example.${figure.per}`, parts);
  }
}

/** Seconds as hours with one decimal. */
function hoursText(seconds: number, language: Language): string {
  return numberText(seconds / 3600, { digits: 1 }, language);
}

function intervalStep({ low, high, wide }: FigureAnswer, figure: Figure, language: Language): string[] {
  if (low === null || high === null) return [];
  const limits = { low: numberText(low, figure, language), high: numberText(high, figure, language) };
  return [say(language, wide ? 'example.wideInterval' : 'example.interval', limits)];
}
