import { SECONDS_PER_DAY } from '#core/time/instant.ts';
import type { DemoWorld } from './world.ts';

const DAYS = 30;

/** The same world with its last weeks alone: enough for what does not depend on its size. For tests only. */
export function lastWeeksOf(world: DemoWorld): DemoWorld {
  const first = world.surroundings.timeline.until - DAYS * SECONDS_PER_DAY;
  return {
    ...world,
    *courses() {
      for (const moves of world.courses()) if ((moves[0]?.at ?? 0) >= first) yield moves;
    },
  };
}
