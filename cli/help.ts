import { say, sayLoosely } from '#text/catalogue.ts';
import type { CommandIo } from './command.ts';
import { commands } from './commands.ts';

/** `kundig help`: lists the commands. */
export async function run(_args: readonly string[], { out, language }: CommandIo): Promise<number> {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(
    ([name, { about }]) => `  ${name.padEnd(width)}  ${sayLoosely(language, about, {})}`,
  );
  const parts = [say(language, 'help.usage'), '', say(language, 'help.commands'), ...lines, ''];
  out.write(`${[...parts, say(language, 'help.settings')].join('\n')}\n`);
  return 0;
}
