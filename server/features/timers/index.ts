/** The gate of timers: the worker that records what clocks do by themselves. */
export { type RunningTimers, startTimers, type TimerOptions } from './start-timers.ts';
