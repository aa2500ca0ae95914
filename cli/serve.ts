import { stripVTControlCharacters } from 'node:util';
import { type ServerOptions, startServer } from '#server/main.ts';
import { Failure } from '#server/platform/failure.ts';
import type { Settings } from '#server/platform/setting-table.ts';
import { readSettings } from '#server/platform/settings.ts';
import { say } from '#text/catalogue.ts';
import { printable } from '#text/printable.ts';
import type { CommandIo } from './command.ts';
import { builtDesk } from './desk/build-desk.ts';
import { Stopped } from './stop-signal.ts';

/** `kundig serve`: starts the server, prints one line with its address, and serves until it is told to stop. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  if (args[0] !== undefined) throw new Failure('failure.argumentUnknown', { argument: args[0] });
  return serveUntilStopped(readSettings(io.environment, io.workingFolder), io);
}

/** Serves until it is told to stop, or cannot go on. */
export async function serveUntilStopped(
  settings: Settings,
  io: CommandIo,
  options: Omit<ServerOptions, 'deskFolders'> = {},
): Promise<number> {
  const stop = io.stopSignal();
  const deskFolders = await builtDesk({
    onBuild: () => io.err.write(`${say(io.language, 'serve.building')}\n`),
    onBroken: (error, { builtAt }) => {
      const reason = printable(stripVTControlCharacters(String(error instanceof Error ? error.message : error)));
      const time = builtAt.toISOString();
      io.err.write(`${say(io.language, 'serve.broken', { time })}\n${reason.trim()}\n`);
    },
  });
  const server = await startServer(settings, stop, { ...options, deskFolders });
  io.out.write(`${say(io.language, 'serve.ready', { address: server.address })}\n`);
  const stopped = new Promise<unknown>((done) =>
    stop.addEventListener('abort', () => done(stop.reason), { once: true }),
  );
  const reason = await Promise.race([stopped, server.broken]);
  await server.stop();
  if (reason instanceof Stopped) return 0;
  throw reason;
}
