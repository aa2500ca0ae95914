import type { Figure } from '#core/figures/definition.ts';
import { dimensionsOf } from '#core/figures/figure-dimension.ts';
import type { Language } from '#text/language.ts';
import { wordsIn } from '#web/shell/words.oracle.ts';
import type { TileFigure } from './cockpit-lines.ts';

/** A figure as the API tells it. */
export function figureIn(figure: Figure, language: Language): TileFigure {
  const { id, kind, basis, of, naturalSplit, unit, better, digits, version } = figure;
  const name = wordsIn(language).sayLoosely(`figure.${id}`)!;
  const shared = { id, name, kind, basis, naturalSplit, unit, better, digits };
  return { ...shared, counts: of, splitBy: [...dimensionsOf(of)], definitionVersion: version };
}

/** A share that should be high. */
export const RESOLUTIONS: TileFigure = {
  id: 'resolution_sla_pct',
  name: 'Lösungszeit eingehalten',
  kind: 'share',
  basis: 'flow',
  counts: 'clock',
  splitBy: ['service'],
  naturalSplit: null,
  unit: 'percent',
  better: 'higher',
  digits: 1,
  definitionVersion: 1,
};
