import type { TextKey } from '#text/catalogue.ts';
import type { Command } from './command.ts';

/** The exit code of a call that the command line does not understand. */
export const misuseExitCode = 2;

interface CommandEntry {
  readonly about: Extract<TextKey, `command.${string}`>;
  load(): Promise<Command>;
}

/** All commands. A command is loaded when it is called, so that none makes another slow. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  help: { about: 'command.help', load: () => import('#cli/help.ts') },
  serve: { about: 'command.serve', load: () => import('#cli/serve.ts') },
  migrate: { about: 'command.migrate', load: () => import('#cli/migrate.ts') },
  import: { about: 'command.import', load: () => import('#cli/import.ts') },
};
