import type { Language } from '#text/language.ts';

/** What people write about one kind of matter, in one language. Names in braces are filled in from `slots.ts`. */
export interface TopicWords {
  readonly subjects: readonly string[];
  readonly descriptions: readonly string[];
  /** What the desk must ask before it can go on. */
  readonly question: string;
  /** The requester's answer to it. */
  readonly answer: string;
  /** What somebody found out and writes down for colleagues. */
  readonly finding: string;
  readonly solutions: readonly string[];
}

/** A kind of matter that people, or machines, bring to the desk. */
export interface Topic {
  readonly key: string;
  readonly type: 'incident' | 'request';
  /** How often it comes, among the topics of its service. */
  readonly weight: number;
  /** Weights of the priorities 1 to 4. */
  readonly priorities: readonly [number, number, number, number];
  /** Chance that whoever hears of it first can solve it at once; 0: a thing that takes days by its nature. */
  readonly firstContactChance: number;
  /** Reported by a machine that watches, not by a person. */
  readonly isMonitored?: true;
  readonly words: Readonly<Record<Language, TopicWords>>;
}
