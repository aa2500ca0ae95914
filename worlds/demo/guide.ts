import { addDays, formatLocalDate } from '#core/time/local-date.ts';
import { STORY_KEYS, type StoryDates, type StoryKey, storyDates } from './stories.ts';
import type { Timeline } from './timeline.ts';

/** Where to look for a story: when it happens, and what to ask. */
export interface GuideEntry extends StoryDates {
  readonly story: StoryKey;
  /** Arguments of `kundig`, one call each. */
  readonly calls: readonly string[];
}

/** The stories in the order in which they happen. */
export function guideOf(timeline: Timeline): readonly GuideEntry[] {
  const dates = storyDates(timeline);
  const months = `--from ${formatLocalDate(timeline.firstDate)} --to ${formatLocalDate(timeline.today)} --by month`;
  const flood = dates['printer-flood'];
  const weeksAround = `--from ${formatLocalDate(addDays(flood.from, -28))} --to ${formatLocalDate(addDays(flood.to!, 28))} --by week`;
  const calls: Readonly<Record<StoryKey, readonly string[]>> = {
    'regression-to-the-mean': [`kpi reopen_rate_pct ${months} --where service=network --chart`],
    'stricter-targets': [
      `kpi first_response_sla_pct ${months} --where agreement=zirbelau`,
      `kpi first_response_time_minutes ${months} --where agreement=zirbelau`,
    ],
    'printer-flood': [`kpi tickets_created_count ${weeksAround} --where service=print`],
    knowledge: [`kpi first_contact_resolution_pct ${months} --where team=service-desk --chart`],
    'failed-migration': [
      `kpi tickets_created_count ${months} --where service=mail`,
      `kpi first_response_sla_pct ${months} --where team=mail`,
      `kpi resolution_sla_pct ${months} --where service=mail --chart`,
      `kpi reopen_rate_pct ${months} --where service=mail`,
    ],
    reorganisation: [`kpi tickets_resolved_count ${months} --split team`],
    parking: [
      `kpi resolution_sla_pct ${months} --where service=applications --chart`,
      `kpi customer_wait_share_pct ${months} --where service=applications`,
      `kpi lead_time_hours ${months} --where service=applications`,
    ],
  };
  return STORY_KEYS.map((story) => ({ story, ...dates[story], calls: calls[story] }));
}
