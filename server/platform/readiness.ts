import { readSchemaState } from '#server/database/migrate.ts';
import type { OpenDatabase } from './database.ts';

/** Whether this server can do its work, and if not, why. */
export type Readiness =
  | { readonly isReady: true }
  | { readonly isReady: false; readonly reason: 'stopping' | 'database' | 'schema' };

const longestAnswerMilliseconds = 2_000;

/** Says whether the server is ready; asked by load balancers, so many questions at once cost one query. */
export class ReadinessProbe {
  private running: Promise<Readiness> | null = null;
  private isStopping = false;
  private readonly database: Pick<OpenDatabase, 'app'>;

  constructor(database: Pick<OpenDatabase, 'app'>) {
    this.database = database;
  }

  /** From now on the answer is no: nobody shall send new work to a server that is about to end. */
  announceStop(): void {
    this.isStopping = true;
  }

  async read(): Promise<Readiness> {
    if (this.isStopping) return { isReady: false, reason: 'stopping' };
    this.running ??= this.ask().finally(() => {
      this.running = null;
    });
    return await this.running;
  }

  private async ask(): Promise<Readiness> {
    const { promise: timeout, resolve } = Promise.withResolvers<Readiness>();
    const timer = setTimeout(() => resolve({ isReady: false, reason: 'database' }), longestAnswerMilliseconds);
    const answer = readSchemaState(this.database.app).then(
      (state): Readiness => (state.kind === 'current' ? { isReady: true } : { isReady: false, reason: 'schema' }),
      (): Readiness => ({ isReady: false, reason: 'database' }),
    );
    return await Promise.race([answer, timeout]).finally(() => clearTimeout(timer));
  }
}
