import * as z from 'zod';
import { foldFacts } from '#core/facts/fold-facts.ts';
import { answerFigure, type FigureAnswer } from '#core/figures/answer.ts';
import { arraySource, type TicketFact } from '#core/figures/array-source.ts';
import { narrow } from '#core/figures/beside.ts';
import type { Figure } from '#core/figures/definition.ts';
import * as handling from '#core/figures/handling.ts';
import { asksOf } from '#core/figures/predicate.ts';
import type { FigureQuery } from '#core/figures/query.ts';
import * as serviceLevels from '#core/figures/service-levels.ts';
import { DEFAULT_FIGURE_SETTINGS } from '#core/figures/settings.ts';
import type { FigureSource } from '#core/figures/tally.ts';
import * as times from '#core/figures/times.ts';
import * as volume from '#core/figures/volume.ts';
import type { Dimension } from '#core/ticket/dimensions.ts';
import { type Instant, parseInstant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { eventOf, policyShape, ticketShape, versionsOf } from './ticket-log.ts';
import type { VectorKind } from './vector-kind.ts';

const caseShape = z.object({
  period: z.object({ from: z.string(), to: z.string() }),
  as_of: z.string(),
  calendar: z.string(),
  tickets: z.array(ticketShape),
});

const fileShape = z.object({
  calendars: z.unknown(),
  parameters: z.object({
    reopen_window_s: z.number(),
    wrap_up_s: z.number(),
    ageing_bucket_lower_bounds_days: z.array(z.number()),
    sla_policy: policyShape,
  }),
});

/** Small ticket logs and what the product's own figures say of them. */
export const cohortsKind: VectorKind = {
  name: 'cohorts',
  isCase: (vector) => 'tickets' in vector,
  got: figuresOfLog,
};

/** Folds the logs of a case into facts and asks the figures over them. */
async function figuresOfLog(vector: unknown, file: unknown): Promise<Record<string, unknown>> {
  const log = caseShape.parse(vector);
  const { calendars, parameters } = fileShape.parse(file);
  const versions = versionsOf(calendars, parameters.sla_policy, log.calendar);
  const facts = log.tickets.flatMap((ticket): TicketFact[] => {
    const events = ticket.events.map((event) => eventOf(event, ticket, log.calendar)).filter((event) => event !== null);
    return foldFacts(events, versions).versions.map((version) => ({ ...version, ticketId: ticket.id }));
  });
  const calendar = versions.calendars.get(log.calendar)!;
  const edges = [parseInstant(log.period.from), parseInstant(log.period.to)];
  const questions = new Questions(arraySource(facts), {
    edges,
    asOf: parseInstant(log.as_of),
    where: [],
    split: null,
    settings: {
      ...DEFAULT_FIGURE_SETTINGS,
      reopenWindowSeconds: parameters.reopen_window_s,
      wrapUpSeconds: parameters.wrap_up_s,
    },
    zone: calendar.zone,
    calendar,
  });
  return {
    ...(await volumeOf(questions)),
    ...(await backlogOf(questions, parameters.ageing_bucket_lower_bounds_days)),
    ...(await sharesOf(questions)),
    ...(await timesOf(questions)),
    ...(await serviceLevelsOf(questions)),
    contacts: await contactsOf(questions),
  };
}

class Questions {
  readonly source: FigureSource;
  readonly query: Omit<FigureQuery, 'figure'>;

  constructor(source: FigureSource, query: Omit<FigureQuery, 'figure'>) {
    this.source = source;
    this.query = query;
  }

  async ask(figure: Figure, changes: Partial<FigureQuery> = {}): Promise<FigureAnswer> {
    const [answer] = await answerFigure({ ...this.query, figure, ...changes }, this.source);
    return answer!;
  }

  async value(figure: Figure, changes: Partial<FigureQuery> = {}): Promise<number | null> {
    return (await this.ask(figure, changes)).value;
  }

  async split(figure: Figure, split: Dimension): Promise<Record<string, number | null>> {
    const answers = await answerFigure({ ...this.query, figure, split }, this.source);
    return Object.fromEntries(answers.filter((a) => a.value !== 0).map((a) => [a.split ?? '', a.value]));
  }
}

async function volumeOf(questions: Questions): Promise<Record<string, unknown>> {
  const flow = async (movement: string): Promise<number> =>
    (await questions.ask(narrow(volume.netFlow, asksOf('movement').movement.is(movement)))).n;
  return {
    tickets_created_count: await questions.value(volume.ticketsCreated),
    tickets_resolved_count: await questions.value(volume.ticketsResolved),
    tickets_closed_count: await questions.value(volume.ticketsClosed),
    flow: {
      created: await flow('created'),
      resolutions: await flow('resolution'),
      exclusions: await flow('exclusion'),
      reopenings: await flow('reopening'),
    },
  };
}

async function backlogOf(questions: Questions, boundsDays: readonly number[]): Promise<Record<string, unknown>> {
  const start = questions.query.edges[0]!;
  const before = { edges: [(start - 1) as Instant, start] };
  const classes = boundsDays.map((days) => days * SECONDS_PER_DAY);
  const open = await questions.ask(volume.backlogOpen);
  const age = await questions.ask({ ...times.backlogAge, classes });
  return {
    backlog_open_start: await questions.value(volume.backlogOpen, before),
    backlog_open_end: open.value,
    backlog_pending_customer_end: open.beside.pending_customer?.value,
    backlog_age_days_median: age.value,
    backlog_age_days_oldest: age.duration?.longest ?? null,
    backlog_ageing_buckets: age.duration?.classes,
    awaiting_first_response_count: await questions.value(times.awaitingFirstResponse),
  };
}

async function sharesOf(questions: Questions): Promise<Record<string, unknown>> {
  const shares = await Promise.all(
    Object.values({ ...handling }).map(async (figure) => {
      const { numerator, denominator, value, immature } = await questions.ask(figure);
      return [figure.id, { numerator, denominator, value_pct: value, immature }] as const;
    }),
  );
  return Object.fromEntries(shares);
}

async function timesOf(questions: Questions): Promise<Record<string, unknown>> {
  const timeOf = async (figure: Figure) => {
    const { n, duration } = await questions.ask(figure);
    return { n, median: duration?.median, mean: duration?.mean };
  };
  return {
    first_response_business_minutes: await timeOf(times.firstResponseTime),
    resolution_business_minutes: await timeOf(times.resolutionTime),
    lead_time_hours: await timeOf(times.leadTime),
  };
}

async function serviceLevelsOf(questions: Questions): Promise<Record<string, unknown>> {
  const slaOf = async (figure: Figure) => {
    const { numerator, denominator, value, undecided, beside } = await questions.ask(figure);
    return { numerator, denominator, value_pct: value, undecided, waived: beside.waived?.value };
  };
  return {
    first_response_sla_pct: await slaOf(serviceLevels.firstResponseSla),
    resolution_sla_pct: await slaOf(serviceLevels.resolutionSla),
  };
}

async function contactsOf(questions: Questions): Promise<Record<string, unknown>> {
  const perDay = await questions.ask(volume.contactsPerWorkingDay);
  const perTechnician = await questions.ask(volume.contactsPerTechnicianDay);
  return {
    count: await questions.value(volume.contactsHandled),
    working_days: perDay.denominator,
    per_working_day: perDay.value,
    technician_days: perTechnician.denominator,
    per_technician_day: perTechnician.value,
    by_level: await questions.split(volume.contactsByLevel, 'level'),
  };
}
