import type { Figure } from '#core/figures/definition.ts';
import { dimensionsOf } from '#core/figures/figure-dimension.ts';
import { deskEnglish } from '#text/desk-english.ts';
import { deskGerman } from '#text/desk-german.ts';
import { fillIn } from '#text/fill.ts';
import type { Language } from '#text/language.ts';
import { formatIn } from '#web/shell/format.ts';
import type { Words } from '#web/shell/words.tsx';
import type { TileFigure } from './cockpit-lines.ts';

/** The words of a language as pages have them, for tests. */
export function wordsIn(language: Language): Words {
  const catalogue: Readonly<Record<string, string>> = language === 'de' ? deskGerman : deskEnglish;
  return {
    language,
    say: (key, ...args) => fillIn(catalogue[key]!, args[0] ?? {}),
    sayLoosely: (key, fillings = {}) => (catalogue[key] === undefined ? null : fillIn(catalogue[key], fillings)),
    format: formatIn(language, 'Europe/Berlin'),
  };
}

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
