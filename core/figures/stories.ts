import type { Tone } from './tile-signal.ts';

/** What of a finding decides whether it tells the same story as another. */
export interface Traced {
  readonly tone: Tone;
  /** Who carries most of it; null when nobody does. */
  readonly where: { readonly dimension: string; readonly value: string } | null;
}

/** A finding and those that tell of the same cause. */
export interface Story<Finding> {
  /** The strongest of them. */
  readonly lead: Finding;
  readonly others: readonly Finding[];
}

/**
 * The findings, strongest first, as stories: what went worse in one period mostly because of one and the same service is
 * one story, told by the strongest of its findings. All others are stories of their own. Stories and what belongs to them
 * keep the order of the findings.
 */
export function storiesOf<Finding extends Traced>(findings: readonly Finding[]): Story<Finding>[] {
  const stories = Map.groupBy(findings, (finding) => {
    const { tone, where } = finding;
    return tone === 'worse' && where !== null ? JSON.stringify([where.dimension, where.value]) : finding;
  });
  return [...stories.values()].map(([lead, ...others]) => ({ lead: lead!, others }));
}
