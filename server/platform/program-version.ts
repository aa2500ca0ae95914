import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const description = readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');

/** The version of this program. */
export const PROGRAM_VERSION = (JSON.parse(description) as { version: string }).version;
