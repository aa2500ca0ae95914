import type { Figure } from '../definition.ts';
import type { FigureDimension } from '../figure-dimension.ts';
import type { FigureSettings } from '../settings.ts';

/** What shapes the text of a statement; all else is a parameter. */
export interface SqlShape {
  readonly figure: Figure;
  readonly split: FigureDimension | null;
  /** Dimensions that are filtered by; the values are parameters. */
  readonly filters: readonly FigureDimension[];
  readonly settings: FigureSettings;
  /** Nothing at or after as_of is stored, so that the versions open now are the ones to read. */
  readonly isNow: boolean;
  readonly periods: number;
}

/** Names of parameters; `filter:team` is the value that team must have. */
export type ParameterName =
  | 'tenant'
  | 'edges'
  | 'points'
  | 'asOf'
  | 'from'
  | 'until'
  | 'dayEdges'
  | 'wantedPeriods'
  | 'wantedSplits'
  | 'wantedRanks'
  | 'limit'
  | 'reason'
  | 'atLeast'
  | 'below'
  | 'afterPeriod'
  | 'afterAt'
  | 'afterTicket'
  | 'afterKey'
  | `filter:${FigureDimension}`;

/** SQL text and the parameters it takes, in order: `parameters[0]` is `$1`. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly ParameterName[];
}

/** Numbers parameters in the order in which a text first names them. */
export class Parameters {
  readonly names: ParameterName[] = [];

  /** `$n`, with a cast where PostgreSQL could not tell the type. */
  of(name: ParameterName): string {
    if (!this.names.includes(name)) this.names.push(name);
    return `$${this.names.indexOf(name) + 1}${CASTS[name] ?? ''}`;
  }
}

/** A text with the parameters that it names. */
export function statement({ parameters }: { readonly parameters: Parameters }, text: string): Statement {
  return { text, parameters: [...parameters.names] };
}

const CASTS: Partial<Record<ParameterName, string>> = {
  tenant: '::uuid',
  edges: '::timestamptz[]',
  points: '::timestamptz[]',
  asOf: '::timestamptz',
  from: '::timestamptz',
  until: '::timestamptz',
  dayEdges: '::timestamptz[]',
  wantedPeriods: '::integer[]',
  wantedSplits: '::text[]',
  wantedRanks: '::bigint[]',
  limit: '::bigint',
  reason: '::text',
  atLeast: '::bigint',
  below: '::bigint',
  afterPeriod: '::integer',
  afterAt: '::timestamptz',
  afterTicket: '::uuid',
  afterKey: '::text',
};
