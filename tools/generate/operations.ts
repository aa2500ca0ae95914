import { settingNames, settingTable } from '#server/platform/setting-table.ts';
import { say, sayLoosely } from '#text/catalogue.ts';
import type { Generator } from './generator.ts';
import { betweenMarkers } from './markers.ts';

/** The table of settings in docs/operations.md. */
export const operations: Generator = {
  name: 'settings',
  file: 'docs/operations.md',
  produce: (current) => betweenMarkers(current, 'settings', settingsTable()),
};

function settingsTable(): string {
  const rows = settingNames.map((name) => {
    const { default: standard, rule } = settingTable[name];
    const about = `${say('en', `setting.${name}`)} Must be ${sayLoosely('en', rule, {})}.`;
    return `| \`${name}\` | ${standard === '' ? 'empty' : `\`${standard}\``} | ${about} | ${say('de', `setting.${name}`)} |`;
  });
  return ['| setting | default | what it is | auf Deutsch |', '|---|---|---|---|', ...rows].join('\n');
}
