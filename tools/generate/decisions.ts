import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Generator } from './generator.ts';
import { betweenMarkers } from './markers.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'decisions');
const HEADING = /^# (\d{4}) (.+)$/m;

/** The list of decisions in docs/README.md. */
export const decisions: Generator = {
  name: 'list of decisions',
  file: 'docs/README.md',
  produce: (current) => betweenMarkers(current, 'decisions', decisionList()),
};

/** @throws Error when a page is not headed by its number and a title. */
function decisionList(): string {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.md'));
  return files
    .sort()
    .map((file) => {
      const [, number, title] = HEADING.exec(readFileSync(join(FOLDER, file), 'utf8')) ?? [];
      if (!number || !file.startsWith(`${number}-`)) throw new Error(`docs/decisions/${file} lacks "# NNNN Title"`);
      return `- [${number}](decisions/${file}) ${title}`;
    })
    .join('\n');
}
