import type { FastifyInstance } from 'fastify';
import { say, type TextKey } from '#text/catalogue.ts';
import type { Load } from './load-probe.ts';

type MetricName = Extract<TextKey, `metric.${string}`> extends `metric.${infer Name}` ? Name : never;

/** Upper bounds of the buckets of durations, in seconds. */
const bucketSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface RouteCounts {
  readonly byStatus: Map<number, number>;
  readonly buckets: number[];
  sumSeconds: number;
  count: number;
}

/**
 * Counts requests by method, route and status. Labels are the patterns of the table alone, so there are as many series
 * as routes, and no ticket, person or address is ever one of them.
 */
export class RequestMetrics {
  private readonly routes = new Map<string, RouteCounts>();

  /** Hears of every answer of this server. */
  listenTo(http: FastifyInstance): void {
    http.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url;
      const labels =
        route === undefined ? 'method="other",route="none"' : `method="${request.method}",route="${route}"`;
      this.count(labels, reply.statusCode, reply.elapsedTime / 1e3);
    });
  }

  /** The Prometheus text format, version 0.0.4. */
  text(load: Load, memory: NodeJS.MemoryUsage): string {
    const lines = [
      ...family('kundig_http_requests_total', 'counter', this.requestSamples()),
      ...family('kundig_http_request_seconds', 'histogram', this.durationSamples()),
      ...gauge('kundig_process_resident_bytes', memory.rss),
      ...gauge('kundig_process_heap_bytes', memory.heapUsed),
      ...gauge('kundig_database_connections_open', load.openConnections),
      ...gauge('kundig_database_connections_busy', load.busyConnections),
      ...gauge('kundig_database_waiting', load.waiting),
      ...gauge('kundig_event_loop_lag_mean_seconds', load.meanLagSeconds),
      ...gauge('kundig_event_loop_lag_max_seconds', load.longestLagSeconds),
    ];
    return `${lines.join('\n')}\n`;
  }

  private count(labels: string, status: number, seconds: number): void {
    const counts = this.routes.get(labels) ?? {
      byStatus: new Map(),
      buckets: bucketSeconds.map(() => 0),
      sumSeconds: 0,
      count: 0,
    };
    this.routes.set(labels, counts);
    counts.byStatus.set(status, (counts.byStatus.get(status) ?? 0) + 1);
    counts.sumSeconds += seconds;
    counts.count += 1;
    const bucket = bucketSeconds.findIndex((bound) => seconds <= bound);
    if (bucket >= 0) counts.buckets[bucket] = (counts.buckets[bucket] ?? 0) + 1;
  }

  private requestSamples(): string[] {
    return [...this.routes].flatMap(([labels, { byStatus }]) =>
      [...byStatus].map(([status, count]) => `kundig_http_requests_total{${labels},status="${status}"} ${count}`),
    );
  }

  private durationSamples(): string[] {
    const name = 'kundig_http_request_seconds';
    return [...this.routes].flatMap(([labels, { buckets, sumSeconds, count }]) => {
      let upTo = 0;
      const cumulative = bucketSeconds.map((bound, index) => {
        upTo += buckets[index] ?? 0;
        return `${name}_bucket{${labels},le="${bound}"} ${upTo}`;
      });
      return [
        ...cumulative,
        `${name}_bucket{${labels},le="+Inf"} ${count}`,
        `${name}_sum{${labels}} ${sumSeconds}`,
        `${name}_count{${labels}} ${count}`,
      ];
    });
  }
}

function gauge(name: MetricName, value: number): string[] {
  return family(name, 'gauge', [`${name} ${value}`]);
}

/** What a metric is stands in English: tools that read it expect no other language. */
function family(name: MetricName, type: string, samples: readonly string[]): string[] {
  return [`# HELP ${name} ${say('en', `metric.${name}`)}`, `# TYPE ${name} ${type}`, ...samples];
}
