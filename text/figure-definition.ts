import type { Figure } from '#core/figures/definition.ts';
import { say, sayLoosely, type TextKey } from './catalogue.ts';
import type { Language } from './language.ts';

/** Which words describe a part of a definition: read from the definition, so that no page can say otherwise. */

type KeyOf<Part extends string> = Extract<TextKey, `docs.${Part}.${string}`>;

export function cohortKey({ of, basis, datedBy }: Figure): KeyOf<'cohort'> {
  if (basis === 'stock') return of === 'clock' ? 'docs.cohort.stock_clocks' : 'docs.cohort.stock_tickets';
  if (datedBy === 'waivedAt') return 'docs.cohort.waiver';
  if (of === 'span' || of === 'handover') throw new Error(`no words for facts of kind ${of} by their instant`);
  return `docs.cohort.${of}`;
}

/** Times measured inside the hours of a calendar. */
const BUSINESS = ['businessSeconds', 'workingSeconds', 'pausedSeconds'];

export function clockKey(figure: Figure): KeyOf<'clock'> {
  if (figure.of === 'clock') return 'docs.clock.business';
  if (figure.of === 'first_resolution') return 'docs.clock.window';
  switch (figure.kind) {
    case 'duration': {
      const isBusiness = 'column' in figure.seconds && BUSINESS.includes(figure.seconds.column);
      return isBusiness ? 'docs.clock.business' : 'docs.clock.wall';
    }
    case 'quotient':
      return BUSINESS.includes(figure.numerator) ? 'docs.clock.business' : 'docs.clock.wall';
    case 'rate':
      return figure.per === 'working_day' ? 'docs.clock.working_days' : 'docs.clock.none';
    default:
      return 'docs.clock.none';
  }
}

export function intervalKey(figure: Figure): KeyOf<'interval'> {
  switch (figure.kind) {
    case 'share':
    case 'count':
      return `docs.interval.${figure.interval ?? 'none'}`;
    case 'duration':
      return 'docs.interval.order';
    case 'mean':
      return 'docs.interval.student';
    case 'rate':
      return 'docs.interval.poisson';
    case 'quotient':
      return 'docs.interval.none';
  }
}

export function chartKey(figure: Figure): KeyOf<'chart'> {
  if (figure.chart !== 'u') return `docs.chart.${figure.chart}`;
  if (figure.kind !== 'count') return 'docs.chart.u_own';
  return figure.per === 'working_day' ? 'docs.chart.u_day' : 'docs.chart.u_hundred';
}

/** The base set, what the source cannot witness, and what this figure leaves out besides. */
export function leftOutWords({ needs, leftOut }: Figure, language: Language): string {
  const witnesses = needs.map((witness) => say(language, `docs.witness.${witness}`)).join(', ');
  const recorded = needs.length === 0 ? [] : [say(language, 'docs.recorded', { witnesses })];
  const own = leftOut.map(({ reason }) => sayLoosely(language, `docs.reason.${reason}` as TextKey, {}));
  return [say(language, 'docs.base'), ...recorded, ...own].join(' ');
}

/** What a figure says of itself. */
export function ownWords({ id }: Figure, part: 'formula' | 'notThis' | 'source', language: Language): string {
  return sayLoosely(language, `docs.${id}.${part}` as TextKey, {});
}

/** How a figure is counted, in words. */
export interface DefinitionWords {
  readonly formula: string;
  readonly cohort: string;
  readonly clock: string;
  readonly leftOut: string;
  /** Null when the figure knows no open verdicts. */
  readonly undecided: string | null;
  readonly interval: string;
  readonly chart: string;
  readonly notThis: string;
  readonly source: string;
}

/** All of a definition in words; `windowDays` is how long after a resolution a reopening counts against it. */
export function definitionWords(
  figure: Figure,
  language: Language,
  { windowDays }: { readonly windowDays: number },
): DefinitionWords {
  return {
    formula: ownWords(figure, 'formula', language),
    cohort: say(language, cohortKey(figure)),
    clock: sayLoosely(language, clockKey(figure), { days: windowDays }),
    leftOut: leftOutWords(figure, language),
    undecided: figure.undecided ? say(language, 'docs.undecidedYes') : null,
    interval: say(language, intervalKey(figure)),
    chart: say(language, chartKey(figure)),
    notThis: ownWords(figure, 'notThis', language),
    source: ownWords(figure, 'source', language),
  };
}
