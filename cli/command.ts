import type { TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';

/** What a command has of the world around it. */
export interface CommandIo {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
  readonly language: Language;
  /**
   * Aborted when the person or the system wants the process to end (Ctrl-C, SIGTERM). Asking for it takes on the duty
   * to end soon after; a command that never asks is ended by the system at once.
   */
  stopSignal(): AbortSignal;
}

/** A command file's export: does the work and returns the exit code; a `Failure` it throws becomes its sentence. */
export interface Command {
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

/** A command in the table: what help says about it, and where it is. */
export interface CommandEntry {
  readonly about: Extract<TextKey, `command.${string}`>;
  load(): Promise<Command>;
}
