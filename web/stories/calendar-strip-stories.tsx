import { CalendarStrip, type StripMark } from '#web/ui/charts/calendar-strip.tsx';
import type { StripEntry } from '#web/ui/charts/calendar-strip-layout.ts';
import { StorySection } from './story-section.tsx';
import { closedDay, foldedDays, manyDays, openDay } from './strip-examples.ts';

const repentance = { de: 'Buß- und Bettag (Sachsen)', en: 'Day of Repentance and Prayer (Saxony)' };

const running: readonly StripEntry[] = [
  openDay('2026-11-17', [['counted', '14:40', '18:00']]),
  closedDay('2026-11-18', repentance),
  openDay('2026-11-19', [
    ['counted', '07:00', '09:15'],
    ['paused', '09:15', '18:00'],
  ]),
  openDay('2026-11-20', [
    ['paused', '07:00', '11:30'],
    ['counted', '11:30', '18:00'],
  ]),
  closedDay('2026-11-21'),
  closedDay('2026-11-22'),
  openDay('2026-11-23', [
    ['counted', '07:00', '10:05'],
    ['ahead', '10:05', '10:55'],
  ]),
];

const late: readonly StripEntry[] = [
  openDay('2026-11-19', [['counted', '09:00', '18:00']]),
  openDay('2026-11-20', [
    ['counted', '07:00', '14:00'],
    ['counted', '14:00', '18:00'],
  ]),
  closedDay('2026-11-21'),
  closedDay('2026-11-22'),
  openDay('2026-11-23', [['counted', '07:00', '11:20']]),
];

const reopened: readonly StripEntry[] = [
  openDay('2026-11-09', [
    ['counted', '08:00', '12:00'],
    ['resolved', '12:00', '18:00'],
  ]),
  foldedDays('2026-11-10', '2026-11-18', { resolved: 7 * 11 * 3600 }),
  openDay('2026-11-19', [
    ['resolved', '07:00', '15:00'],
    ['counted', '15:00', '18:00'],
  ]),
  openDay('2026-11-20', [['ahead', '07:00', '16:00']]),
];

const nights: readonly StripEntry[] = ['2026-11-16', '2026-11-17', '2026-11-18'].map((date, index) =>
  openDay(
    date,
    index === 0
      ? [['counted', '23:10', '24:00']]
      : [
          ['counted', '00:00', '06:00'],
          ['counted', '22:00', '24:00'],
        ],
    [
      ['00:00', '06:00'],
      ['22:00', '24:00'],
    ],
  ),
);

const mark = (kind: StripMark['kind'], at: string, text: string): StripMark => ({ kind, at, text });

/** The calendar of a clock in all its states. */
export function CalendarStripStories() {
  return (
    <StorySection title="Calendar strip">
      <Story
        title="Running, with a holiday and a pause"
        days={running}
        marks={[
          mark('start', '2026-11-17T14:40:00Z', 'Start 14:40'),
          mark('now', '2026-11-23T10:05:00Z', 'jetzt 10:05'),
          mark('promise', '2026-11-23T10:55:00Z', 'fällig 10:55'),
        ]}
      />
      <Story
        title="Late"
        days={late}
        lateFrom="2026-11-20T14:00:00Z"
        marks={[
          mark('start', '2026-11-19T09:00:00Z', 'Start 09:00'),
          mark('now', '2026-11-23T11:20:00Z', 'jetzt 11:20'),
          mark('promise', '2026-11-20T14:00:00Z', 'zugesagt bis 14:00'),
        ]}
      />
      <Story
        title="Resolved, reopened after a while"
        days={reopened}
        marks={[
          mark('start', '2026-11-09T08:00:00Z', 'Start 08:00'),
          mark('now', '2026-11-19T20:00:00Z', 'jetzt 20:00'),
          mark('promise', '2026-11-20T16:00:00Z', 'fällig 16:00'),
        ]}
      />
      <Story title="Nights" days={nights} marks={[mark('start', '2026-11-16T23:10:00Z', 'Start 23:10')]} />
      <Story
        title="Two weeks"
        days={manyDays(14)}
        marks={[mark('start', '2026-06-01T07:00:00Z', 'Start 01.06., 07:00')]}
      />
      <Story
        title="60 days"
        days={manyDays(60)}
        marks={[mark('start', '2026-06-01T07:00:00Z', 'Start 01.06., 07:00')]}
      />
      <Story title="Never open" days={[closedDay('2026-11-21'), closedDay('2026-11-22')]} marks={[]} />
      <Story
        title="Narrow"
        days={running}
        width={358}
        marks={[
          mark('start', '2026-11-17T14:40:00Z', 'Start 14:40'),
          mark('promise', '2026-11-23T10:55:00Z', 'fällig 10:55'),
        ]}
      />
    </StorySection>
  );
}

interface StoryProps {
  readonly title: string;
  readonly days: readonly StripEntry[];
  readonly marks: readonly StripMark[];
  readonly lateFrom?: string;
  readonly width?: number;
}

function Story({ title, days, marks, lateFrom, width = 810 }: StoryProps) {
  return (
    <div style={{ width, maxWidth: '100%', paddingBlock: 8 }}>
      <p className="note">{title}</p>
      <CalendarStrip
        days={days}
        counts={days.map(({ seconds }) => seconds.counted)}
        countText={hours}
        marks={marks}
        lateFrom={lateFrom ?? null}
        timeZone="UTC"
        label={title}
      />
    </div>
  );
}

function hours(seconds: number): string {
  return `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}`;
}
