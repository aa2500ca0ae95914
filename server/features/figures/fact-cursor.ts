import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { plainText } from '#contract/api/shapes.ts';

/** The fact that a page ended with: the next one begins after it. */
export interface FactCursor {
  readonly period: number;
  /** As the database writes it. */
  readonly at: string;
  readonly ticketId: string;
  readonly factKey: string;
}

/** A cursor may be forged: what the database cannot read as an instant or a text is refused here. */
const moment = z.iso.datetime().refine((text) => text >= '1970');
const shape = z.tuple([z.number().int().min(0), moment, z.guid(), plainText(100)]);

/** A cursor as text that fits into an address. */
export function cursorText({ period, at, ticketId, factKey }: FactCursor): string {
  return Buffer.from(JSON.stringify([period, at, ticketId, factKey])).toString('base64url');
}

/** Reads the text of a cursor; null when it is none. */
export function readCursor(text: string): FactCursor | null {
  try {
    const [period, at, ticketId, factKey] = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { period, at, ticketId, factKey };
  } catch {
    return null;
  }
}
