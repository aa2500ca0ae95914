import type { z } from 'zod';
import type { chartShape } from '#contract/api/chart-shapes.ts';

/** A figure period by period with the limits of chance, as the server tells it. */
export type Chart = z.output<typeof chartShape>;

export type ChartPoint = Chart['points'][number];

export type ChartSignal = Chart['signals'][number];
