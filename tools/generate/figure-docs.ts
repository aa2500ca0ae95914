import { unitBeside } from '#core/figures/beside.ts';
import type { Figure } from '#core/figures/definition.ts';
import { dimensionsOf } from '#core/figures/figure-dimension.ts';
import { FIGURES } from '#core/figures/registry.ts';
import { DEFAULT_FIGURE_SETTINGS } from '#core/figures/settings.ts';
import { SECONDS_PER_DAY } from '#core/time/instant.ts';
import { say, sayLoosely, type TextKey } from '#text/catalogue.ts';
import { chartKey, clockKey, cohortKey, intervalKey, leftOutWords, ownWords } from '#text/figure-definition.ts';
import { type Language, languages } from '#text/language.ts';
import type { Generator } from './generator.ts';

/** A worked example of a figure in words, as Markdown, in each language. */
export type WorkedExample = Readonly<Record<Language, string>>;

/** The pages of all figures and their index. A page has an example only where `examples` brings one, by figure id. */
export function figureDocs(examples: ReadonlyMap<string, WorkedExample> = new Map()): readonly Generator[] {
  const pages = FIGURES.map((figure) => ({
    name: `page of ${figure.id}`,
    file: `docs/figures/${figure.id}.md`,
    produce: () => pageOf(figure, examples.get(figure.id) ?? null),
  }));
  return [{ name: 'index of figures', file: 'docs/figures/README.md', produce: indexPage }, ...pages];
}

function indexPage(): string {
  const rows = FIGURES.map(
    (figure) =>
      `| [\`${figure.id}\`](${figure.id}.md) | ${labelOf(figure, 'en')} | ${labelOf(figure, 'de')} | ${say('en', `unit.${figure.unit}`)} | ${say('en', `better.${figure.better}`)} |`,
  );
  const titles = languages.map((language) => say(language, 'docs.title'));
  return [
    `# ${titles.join(' / ')}`,
    '',
    ...languages.flatMap((language) => [say(language, 'docs.about'), '']),
    '| id | English | Deutsch | unit | direction |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function pageOf(figure: Figure, example: WorkedExample | null): string {
  const titles = languages.map((language) => labelOf(figure, language));
  const sections = languages.map((language) => sectionOf(figure, language, example));
  return `# ${titles.join(' / ')}\n\n${sections.join('\n')}`;
}

function sectionOf(figure: Figure, language: Language, example: WorkedExample | null): string {
  const { id, unit, better, version } = figure;
  const facts = [say(language, `unit.${unit}`), say(language, `better.${better}`)];
  const head = [`\`${id}\``, ...facts, say(language, 'docs.version', { version })].join(' · ');
  const rows = rowsOf(figure, language).map(([key, text]) => `| ${say(language, key)} | ${text} |`);
  return [
    `## ${say(language, 'docs.language')}`,
    '',
    head,
    '',
    ...paragraph(language, 'docs.formula', ownWords(figure, 'formula', language)),
    '| | |',
    '|---|---|',
    ...rows,
    '',
    ...paragraph(language, 'docs.notThis', ownWords(figure, 'notThis', language)),
    ...paragraph(language, 'docs.source', ownWords(figure, 'source', language)),
    ...(example ? [`### ${say(language, 'docs.example')}`, '', example[language], ''] : []),
  ].join('\n');
}

function paragraph(language: Language, key: 'docs.formula' | 'docs.notThis' | 'docs.source', text: string): string[] {
  return [`**${say(language, key)}.** ${text}`, ''];
}

type RowKey =
  `docs.${'cohort' | 'clock' | 'leftOut' | 'undecided' | 'beside' | 'interval' | 'chart' | 'split' | 'sql'}`;

/** What the definition itself says, row by row. */
function rowsOf(figure: Figure, language: Language): (readonly [title: RowKey, text: string])[] {
  const days = DEFAULT_FIGURE_SETTINGS.reopenWindowSeconds / SECONDS_PER_DAY;
  const rows: (readonly [RowKey, string])[] = [
    ['docs.cohort', say(language, cohortKey(figure))],
    ['docs.clock', sayLoosely(language, clockKey(figure), { days })],
    ['docs.leftOut', leftOutWords(figure, language)],
  ];
  if (figure.undecided) rows.push(['docs.undecided', say(language, 'docs.undecidedYes')]);
  if (figure.beside.length > 0) rows.push(['docs.beside', besideText(figure, language)]);
  return [
    ...rows,
    ['docs.interval', say(language, intervalKey(figure))],
    ['docs.chart', say(language, chartKey(figure))],
    ['docs.split', codes(dimensionsOf(figure.of))],
    ['docs.sql', `[${figure.id}.sql](../../server/database/figures/${figure.id}.sql)`],
  ];
}

function besideText({ beside }: Figure, language: Language): string {
  return beside
    .map((one) => `${say(language, `beside.${one.name}`)} (${say(language, `unit.${unitBeside(one)}`)})`)
    .join(', ');
}

function labelOf({ id }: Figure, language: Language): string {
  return sayLoosely(language, `figure.${id}` as TextKey, {});
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
