import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/**
 * The time of the server, a minute at a time: what it said when it was read, and what has passed on this device since.
 * The clock of the device may be wrong.
 */
export function useServerNow(readAt: string, receivedAt: number): string {
  const offset = Date.parse(readAt) - receivedAt;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const untilNext = MINUTE - ((Math.max(now, Date.now()) + offset) % MINUTE);
    const timer = setTimeout(() => setNow(Date.now()), untilNext);
    return () => clearTimeout(timer);
  }, [now, offset]);
  // A fresh answer is newer than the last minute that passed.
  return new Date(Math.max(now, receivedAt) + offset).toISOString();
}
