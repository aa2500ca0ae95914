/** Of which share of the cases in question a source must have recorded what a figure needs, to be judged by it. */
const LEAST_RECORDED = 0.5;

/** What of an answer says how much of it was recorded. */
interface Recorded {
  readonly n: number;
  readonly excludedBy: Readonly<Record<string, number>>;
}

/** How many cases would have counted: those that did, and those of which the source does not say what is needed. */
export function inQuestion({ n, excludedBy }: Recorded): number {
  return n + (excludedBy.not_recorded ?? 0);
}

/**
 * Whether a value rests on fewer than half of its cases because a source did not record the others. Such a value says
 * nothing of the service: those recorded are not chosen by chance. It gets no signal and no verdict.
 */
export function isBarelyRecorded(answer: Recorded): boolean {
  return answer.n > 0 && answer.n < LEAST_RECORDED * inQuestion(answer);
}
