import { useSyncExternalStore } from 'react';

/** In which zone the times of a ticket are told: that of the person's device, or the one that figures are counted in. */
export const ZONE_CHOICES = ['own', 'reporting'] as const;
export type ZoneChoice = (typeof ZONE_CHOICES)[number];

const KEY = 'kundig.ticketZone';
const listeners = new Set<() => void>();

function chosen(): ZoneChoice {
  try {
    return localStorage.getItem(KEY) === 'reporting' ? 'reporting' : 'own';
  } catch {
    return 'own';
  }
}

let current = chosen();

/** Chooses for this browser. */
export function chooseZone(choice: ZoneChoice): void {
  current = choice;
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // A browser that keeps nothing keeps it until the page is closed.
  }
  for (const listener of listeners) listener();
}

export function useTicketZone(): ZoneChoice {
  return useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    () => current,
  );
}

/** The zone of the person's device. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
