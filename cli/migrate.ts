import { Failure } from '#server/platform/failure.ts';
import { say } from '#text/catalogue.ts';
import type { CommandIo } from './command.ts';
import { withDatabase } from './with-database.ts';

/** `kundig migrate`: brings the database up to date and says what was done. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  if (args[0] !== undefined) throw new Failure('failure.argumentUnknown', { argument: args[0] });
  return await withDatabase(io, async ({ database, language }) => {
    const count = database.stepsDone.length;
    io.out.write(`${count === 0 ? say(language, 'migrate.current') : say(language, 'migrate.done', { count })}\n`);
    return 0;
  });
}
