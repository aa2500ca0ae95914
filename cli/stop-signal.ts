import { constants } from 'node:os';

/** Why a command ended early. Its exit code is the one that shells give to a process ended by this signal. */
export class Stopped extends Error {
  readonly exitCode: number;

  constructor(signal: StopSignalName) {
    super(signal);
    this.name = 'Stopped';
    this.exitCode = 128 + constants.signals[signal];
  }
}

type StopSignalName = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** One Ctrl-C may arrive twice: from the terminal and passed on by npm or by our own entry. */
const echoMilliseconds = 1_000;

/** After an error that nobody caught, this is how long a command may take to end in good order. */
const longestEndMilliseconds = 10_000;

let shared: AbortController | null = null;

/**
 * The one signal of this process that says "end soon". A second Ctrl-C, more than a second later, ends the process at
 * once. The entry file's end counts as a signal too, for then nobody could stop this process by its name.
 */
export function stopSignal(): AbortSignal {
  if (shared !== null) return shared.signal;
  const controller = new AbortController();
  let stoppedAt = 0;
  const receive = (signal: StopSignalName) => {
    if (!controller.signal.aborted) {
      stoppedAt = performance.now();
      controller.abort(new Stopped(signal));
    } else if (performance.now() - stoppedAt > echoMilliseconds) {
      process.exit(new Stopped(signal).exitCode);
    }
  };
  process.on('SIGINT', receive).on('SIGTERM', receive);
  // The terminal was closed. Who started us without one, as nohup and services do, wants us to go on.
  const hasTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  process.on('SIGHUP', hasTerminal ? receive : () => undefined);
  process.once('disconnect', () => receive('SIGTERM'));
  // Listening to the entry must not keep this process alive.
  process.channel?.unref();
  shared = controller;
  return controller.signal;
}

/**
 * Stops the running command because of an error that nobody caught: the signal's reason is the error. False when no
 * command listens, or when one is ending already; then the caller ends the process itself.
 */
export function stopBecauseOf(error: unknown): boolean {
  if (shared === null || shared.signal.aborted) return false;
  setTimeout(() => process.exit(1), longestEndMilliseconds).unref();
  shared.abort(error);
  return true;
}
