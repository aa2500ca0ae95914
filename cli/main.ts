import { once } from 'node:events';
import { Failure } from '#server/platform/failure.ts';
import { languageOfInstallation } from '#server/platform/settings.ts';
import { say } from '#text/catalogue.ts';
import type { CommandIo } from './command.ts';
import { commands, misuseExitCode } from './commands.ts';
import { helpPage } from './help.ts';
import { Stopped, stopBecauseOf, stopSignal } from './stop-signal.ts';

const io: CommandIo = {
  out: process.stdout,
  err: process.stderr,
  environment: process.env,
  workingFolder: process.cwd(),
  language: languageOfInstallation(process.env, process.cwd()),
  stopSignal,
};

/** Who reads our output may leave early, as `head` does; that is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.kill(process.pid, 'SIGTERM');
});
/** An error that nobody caught: a running server or import is ended in good order, anything else at once. */
process.on('uncaughtException', (error) => {
  if (!stopBecauseOf(error)) void end(report(error));
});

await end(await dispatch(process.argv.slice(2)));

async function dispatch([name = 'help', ...args]: readonly string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    io.out.write(helpPage(commands, io.language));
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    io.err.write(`${say(io.language, 'command.unknown', { command: name })}\n`);
    return misuseExitCode;
  }
  try {
    return await (await command.load()).run(args, io);
  } catch (error) {
    return report(error);
  }
}

/** The last resort: says what went wrong and gives the exit code. */
function report(error: unknown): number {
  if (error instanceof Stopped) return error.exitCode;
  if (error instanceof Failure) io.err.write(`${error.describe(io.language)}\n`);
  else {
    const reason = error instanceof Error ? error.message : String(error);
    io.err.write(`${say(io.language, 'failure.unexpected', { reason })}\n`);
    if (error instanceof Error && error.stack !== undefined) io.err.write(`${error.stack}\n`);
  }
  return 1;
}

/** Ends although something may still be open, after all output is written. */
async function end(code: number): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.writableNeedDrain && !stream.errored) await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
  }
  process.exit(code);
}
