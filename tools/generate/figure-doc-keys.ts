import type { Figure } from '#core/figures/definition.ts';
import type { TextKey } from '#text/catalogue.ts';

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
