import { say, sayLoosely } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import type { CommandEntry } from './command.ts';

/** The page that `kundig help` prints: every command with a line about it. */
export function helpPage(commands: Readonly<Record<string, CommandEntry>>, language: Language): string {
  const abouts = { help: 'command.help', ...mapAbouts(commands) } as const;
  const width = Math.max(...Object.keys(abouts).map((name) => name.length));
  const lines = Object.entries(abouts).map(
    ([name, about]) => `  ${name.padEnd(width)}  ${sayLoosely(language, about, {})}`,
  );
  const parts = [say(language, 'help.usage'), '', say(language, 'help.commands'), ...lines, ''];
  return `${[...parts, say(language, 'help.settings')].join('\n')}\n`;
}

function mapAbouts(commands: Readonly<Record<string, CommandEntry>>): Readonly<Record<string, CommandEntry['about']>> {
  return Object.fromEntries(Object.entries(commands).map(([name, { about }]) => [name, about]));
}
