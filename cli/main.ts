import { once } from 'node:events';
import { Failure } from '#server/platform/failure.ts';
import { say } from '#text/catalogue.ts';
import { languageOf } from '#text/language.ts';
import type { CommandIo } from './command.ts';
import { commands, misuseExitCode } from './commands.ts';
import { Stopped, stopSignal } from './stop-signal.ts';

const io: CommandIo = {
  out: process.stdout,
  err: process.stderr,
  environment: process.env,
  workingFolder: process.cwd(),
  language: languageOf(process.env),
  stopSignal,
};

/** Who reads our output may leave early, as `head` does; that is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.kill(process.pid, 'SIGTERM');
});
process.on('uncaughtException', (error) => end(report(error)));

await end(await dispatch(process.argv.slice(2)));

async function dispatch([name = 'help', ...args]: readonly string[]): Promise<number> {
  const wanted = name === '--help' || name === '-h' ? 'help' : name;
  const command = Object.hasOwn(commands, wanted) ? commands[wanted] : undefined;
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
