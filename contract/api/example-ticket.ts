import type { z } from 'zod';
import type { whyShape } from './clock-shapes.ts';
import type { eventDetails } from './timeline-shapes.ts';

/*
 * Parts of the example of a ticket that are too long to stand in the table of routes: a resolution of eight business
 * hours, promised on a Monday morning and read half an hour later.
 */

const span = { from: '2026-03-02T08:00:00Z', until: '2026-03-02T08:30:00Z' } as const;
const way = { from: '2026-03-02T08:30:00Z', until: '2026-03-02T16:00:00Z' } as const;
const target = { seconds: 28_800, agreement: 'gold', versionId: 'gold-2', priority: '2' } as const;
const projection = { target, dueAt: way.until, warningAt: '2026-03-02T14:24:00Z' } as const;
const office = { calendarId: 'office', timeZone: 'Europe/Berlin' } as const;

export const exampleWhy: z.input<typeof whyShape> = {
  start: { at: span.from, why: 'opened' },
  story: [
    { kind: 'moment', at: span.from, cause: { kind: 'started' }, usedSeconds: 0, before: null, after: projection },
    {
      kind: 'running',
      ...span,
      isOngoing: true,
      ...office,
      usedSeconds: 1800,
      parts: [{ kind: 'open', date: '2026-03-02', windows: [span], usedSeconds: 1800, isException: false }],
    },
  ],
  projection,
  ahead: {
    kind: 'running',
    ...way,
    isOngoing: false,
    ...office,
    usedSeconds: 27_000,
    parts: [{ kind: 'open', date: '2026-03-02', windows: [way], usedSeconds: 27_000, isException: false }],
  },
  stoppedAt: null,
  waivedAt: null,
  ...office,
  promisedAt: way.until,
  days: [
    {
      kind: 'day',
      date: '2026-03-02',
      from: '2026-03-01T23:00:00Z',
      until: '2026-03-02T23:00:00Z',
      hours: [{ from: '2026-03-02T07:00:00Z', until: way.until }],
      closed: null,
      holiday: null,
      isException: false,
      pieces: [
        { kind: 'counted', ...span, seconds: 1800, state: null },
        { kind: 'ahead', ...way, seconds: 27_000, state: null },
      ],
      seconds: { counted: 1800, paused: 0, resolved: 0, withdrawn: 0, ahead: 27_000, unused: 0 },
    },
  ],
};

export const exampleOpening: z.input<typeof eventDetails.ticketOpened> = {
  dimensions: {
    team: 'Network',
    service: 'Printing',
    priority: '2',
    channel: 'mail',
    level: '1',
    type: 'incident',
    agreement: 'gold',
  },
  promise: { kind: 'agreement', versionId: 'gold-2' },
  calendarId: 'office',
  witnesses: ['states', 'replies'],
  customer: 'north',
  requester: null,
  contactEndedAt: null,
  isFirstContactEligible: true,
};
