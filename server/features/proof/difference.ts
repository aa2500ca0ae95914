/** Something that should agree and does not. */
export interface Difference {
  readonly kind: 'state' | 'missing' | 'surplus' | 'changed' | 'history' | 'figure' | 'flow';
  /** Number of the ticket, id of the figure, or the instant. */
  readonly of: string;
  readonly detail: string;
}
