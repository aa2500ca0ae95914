import type { BenchOptions } from './bench.ts';
export async function benchFigures(_: BenchOptions): Promise<void> {}
