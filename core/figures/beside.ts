import type { Beside, BesideName, CountFigure, DurationUnit, Figure, Unit } from './definition.ts';
import { all, type Predicate } from './predicate.ts';

/** Numbers that stand beside figures: made in the definitions, read by all who show them. */

/** The same figure over fewer facts: those that also fulfil `condition`. Nothing stands beside it. */
export function narrow<F extends Figure>(figure: F, condition: Predicate): F {
  const narrowed: F = { ...figure, where: all(figure.where, condition), beside: [] };
  return Object.freeze(narrowed);
}

/** `figure` as the number called `name` beside another. */
export function beside(name: BesideName, figure: Figure): Beside {
  return Object.freeze({ kind: 'figure', name, figure });
}

/** Those of the counted facts of `figure` that also fulfil `where`. */
export function part(name: BesideName, figure: CountFigure, where: Predicate): Beside {
  return Object.freeze({ kind: 'part', name, figure: narrow(figure, where), where });
}

/** The longest time since an instant of the counted facts. */
export function oldest(since: string, unit: DurationUnit): Beside {
  return Object.freeze({ kind: 'oldest', name: 'oldest', since, unit });
}

/** The unit of a number beside a figure. */
export function unitBeside(one: Beside): Unit {
  return one.kind === 'oldest' ? one.unit : one.figure.unit;
}

/** The figure whose facts are behind the number called `name`; null when nothing with facts of its own is called so. */
export function figureBeside({ beside }: Figure, name: BesideName): Figure | null {
  for (const one of beside) if (one.name === name && one.kind !== 'oldest') return one.figure;
  return null;
}

/** The numbers beside a figure that have facts of their own to show. */
export function besideNamesOf({ beside }: Figure): readonly BesideName[] {
  return beside.filter(({ kind }) => kind !== 'oldest').map(({ name }) => name);
}

/** The instant that the figure tells the oldest of its facts by; null when it does not. */
export function oldestSince({ beside }: Figure): string | null {
  for (const one of beside) if (one.kind === 'oldest') return one.since;
  return null;
}
