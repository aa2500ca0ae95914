import { DatabaseError } from 'pg';

const deadlock = '40P01';
const mostAttempts = 3;

/**
 * Runs a transaction again when the database chose it as the victim of a deadlock: it was rolled back whole, so nothing
 * is done twice. Any other error, and a third deadlock, is the caller's.
 */
export async function againAfterDeadlock<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      const isVictim = error instanceof DatabaseError && error.code === deadlock;
      if (!isVictim || attempt === mostAttempts) throw error;
    }
  }
}
