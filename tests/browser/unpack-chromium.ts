import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';

/*
 * Unpacks the browser and what it needs into TMPDIR, in a process of its own: the package always unpacks into the
 * folder for temporary files, and takes any browser that happens to lie there for its own.
 */

const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
for (const part of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(join(packed, part));
