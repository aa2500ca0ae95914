import type { CommandEntry } from './command.ts';

/** The exit code of a call that the command line does not understand. */
export const misuseExitCode = 2;

/** All commands but help. A command is loaded when it is called, so that none makes another slow. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  serve: { about: 'command.serve', load: () => import('#cli/serve.ts') },
  migrate: { about: 'command.migrate', load: () => import('#cli/migrate.ts') },
  kpi: { about: 'command.kpi', load: () => import('#cli/kpi.ts') },
  golden: { about: 'command.golden', load: () => import('#cli/golden.ts') },
  ticket: { about: 'command.ticket', load: () => import('#cli/ticket.ts') },
  verify: { about: 'command.verify', load: () => import('#cli/verify.ts') },
  token: { about: 'command.token', load: () => import('#cli/token.ts') },
  import: { about: 'command.import', load: () => import('#cli/import.ts') },
  export: { about: 'command.export', load: () => import('#cli/export.ts') },
  build: { about: 'command.build', load: () => import('#cli/build.ts') },
  demo: { about: 'command.demo', load: () => import('#cli/demo.ts') },
};
