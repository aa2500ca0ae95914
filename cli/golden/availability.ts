import * as z from 'zod';
import { type Availability, availabilityOf, type ObservedService } from '#core/availability/availability.ts';
import type { Outage } from '#core/availability/outage.ts';
import type { Structure } from '#core/availability/structure.ts';
import { sampleOf } from '#core/statistics/sample.ts';
import { NEVER, parseInstant, type Seconds } from '#core/time/instant.ts';
import { vectorCalendar } from './vector-calendar.ts';
import type { VectorKind } from './vector-kind.ts';

const moment = z.string().transform(parseInstant);
const window = z.object({ from: moment, to: moment }).transform(({ from, to }) => ({ start: from, end: to }));
const outage = z
  .object({
    id: z.string().default(''),
    from: moment,
    to: moment.nullish(),
    impact: z.number().default(1),
    reported_at: moment.nullish(),
    acknowledged_at: moment.nullish(),
    status: z.string().nullish(),
  })
  .transform(
    (record): Outage => ({
      id: record.id,
      start: record.from,
      end: record.to ?? NEVER,
      impact: record.impact,
      reportedAt: record.reported_at ?? null,
      acknowledgedAt: record.acknowledged_at ?? null,
      isWithdrawn: record.status === 'withdrawn',
    }),
  );

type VectorStructure = string | { op: 'series' | 'parallel' | 'k_of_n'; k?: number | undefined; of: VectorStructure[] };
const structure: z.ZodType<VectorStructure> = z.lazy(() =>
  z.union([
    z.string(),
    z.object({ op: z.enum(['series', 'parallel', 'k_of_n']), k: z.number().optional(), of: z.array(structure) }),
  ]),
);

const caseShape = z.object({
  period: window,
  as_of: moment.nullish(),
  service_calendar: z.string(),
  maintenance: z.array(window).nullish(),
  maintenance_policy: z.enum(['exclude', 'include']).default('exclude'),
  down_threshold: z.number().default(1),
  outages: z.array(outage).nullish(),
  components: z.record(z.string(), z.object({ outages: z.array(outage).default([]) })).nullish(),
  structure: structure.nullish(),
});

/** Availability and reliability of a service in a period. */
export const availabilityKind: VectorKind = {
  name: 'availability',
  isCase: (vector) => 'period' in vector && 'service_calendar' in vector,
  got: (vector, file) => {
    const question = caseShape.parse(vector);
    const measured = availabilityOf({
      period: question.period,
      asOf: question.as_of ?? NEVER,
      calendar: vectorCalendar(file, question.service_calendar),
      maintenance: question.maintenance ?? [],
      maintenancePolicy: question.maintenance_policy,
      downThreshold: question.down_threshold,
      service: serviceOf(question),
    });
    return fieldsOf(measured);
  },
};

function serviceOf({ outages, components, structure: built }: z.infer<typeof caseShape>): ObservedService {
  if (!components || !built) return { kind: 'single', outages: outages ?? [] };
  return {
    kind: 'structured',
    components: new Map(Object.entries(components).map(([id, component]) => [id, component.outages])),
    structure: structureOf(built),
  };
}

function structureOf(built: VectorStructure): Structure {
  if (typeof built === 'string') return { kind: 'component', id: built };
  const parts = built.of.map(structureOf);
  return built.op === 'k_of_n' ? { kind: 'k_of_n', needed: built.k ?? 0, parts } : { kind: built.op, parts };
}

function fieldsOf(measured: Availability): unknown {
  const { reliability } = measured;
  return {
    agreed_s: measured.agreedSeconds,
    downtime_s: measured.downtimeSeconds,
    weighted_downtime_s: measured.weightedDowntimeSeconds,
    uptime_s: measured.uptimeSeconds,
    availability_pct: measured.availabilityPct,
    availability_weighted_pct: measured.weightedPct,
    failures_started: reliability.started.length,
    failures_restored: reliability.restored.length,
    failures_open_at_end: reliability.openAtEnd.length,
    mttr_minutes: meanMinutes(reliability.repairSeconds),
    mttr_service_minutes: meanMinutes(reliability.repairAgreedSeconds),
    mttr_n: reliability.repairSeconds.length,
    mtrs_minutes: meanMinutes(reliability.restorationSeconds),
    mdt_service_minutes: meanMinutes(reliability.downAgreedSeconds),
    mtta_minutes: meanMinutes(reliability.acknowledgementSeconds),
    mtta_n: reliability.acknowledgementSeconds.length,
    mtbf_hours: reliability.mtbf.hours,
    mtbf_lower_bound_95_hours: reliability.mtbf.lowerBoundHours,
    availability_via_mtbf_mdt_pct: reliability.availabilityByMtbfPct,
    mtbf_relation_exact: reliability.isRelationExact,
    component_availability_pct: Object.fromEntries(measured.componentPct),
    predicted_availability_pct: measured.predictedPct,
  };
}

function meanMinutes(seconds: readonly Seconds[]): number | null {
  const { mean } = sampleOf(seconds);
  return mean === null ? null : mean / 60;
}
