import type { z } from 'zod';
import type { figureShape } from './figure-shapes.ts';

/** A figure for the examples of routes. */
export const reopenRate = {
  id: 'reopen_rate_pct',
  name: 'Reopened tickets',
  kind: 'share',
  basis: 'flow',
  counts: 'first_resolution',
  splitBy: ['team', 'service', 'priority', 'channel', 'level', 'type', 'agreement'],
  naturalSplit: null,
  unit: 'percent',
  better: 'lower',
  digits: 1,
  definitionVersion: 1,
} satisfies z.input<typeof figureShape>;
