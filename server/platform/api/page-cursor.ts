import { createHash } from 'node:crypto';
import { z } from 'zod';
import { refuseIssues } from '#server/platform/problem.ts';

/*
 * The place where a page ended, as text that fits into an address. It names the question it belongs to, so that nobody
 * gets half of one list and half of another. It holds no secret: a forged one leads to another place of the same list.
 */

const cursorShape = z.tuple([z.string().length(16), z.unknown()]);

/** A short digest of a question: its filters and its order. */
export function questionDigest(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 16);
}

export function writeCursor(digest: string, place: unknown): string {
  return Buffer.from(JSON.stringify([digest, place])).toString('base64url');
}

/**
 * Reads the place of a cursor; null without a cursor.
 * @throws HttpProblem when it is none, or belongs to another question.
 */
export function readCursor<Place>(text: string | undefined, digest: string, shape: z.ZodType<Place>): Place | null {
  if (text === undefined) return null;
  try {
    const [found, place] = cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    const read = shape.safeParse(place);
    if (found === digest && read.success) return read.data;
  } catch {
    refuseIssues([{ in: 'query', pointer: '/cursor', code: 'malformed' }]);
  }
  refuseIssues([{ in: 'query', pointer: '/cursor', code: 'other_question' }]);
  return null;
}
