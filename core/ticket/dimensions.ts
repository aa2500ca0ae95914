/** What figures may be split and filtered by. Never a person (works-council rule, kpi-spec G14). */
export const DIMENSIONS = ['team', 'service', 'priority', 'channel', 'level', 'type', 'agreement'] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** The values in force at one instant. Null is "not set" and shows as `(none)`. */
export type Dimensions = Readonly<Record<Dimension, string | null>>;

export function isDimension(name: string): name is Dimension {
  return (DIMENSIONS as readonly string[]).includes(name);
}
