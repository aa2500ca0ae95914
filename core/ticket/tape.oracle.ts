/**
 * A tape of whole numbers from which random tests read their choices. Past its end every choice is the first one, so a
 * shorter tape tells a simpler story: that is how a failing case shrinks.
 */
export class Tape {
  readonly #numbers: readonly number[];
  #position = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number {
    const number = this.#numbers[this.#position] ?? 0;
    this.#position += 1;
    return number % limit;
  }

  pick<T>(options: readonly T[]): T {
    return options[this.below(options.length)]!;
  }

  /** True once in `times`, never past the end of the tape. */
  isOnceIn(times: number): boolean {
    return this.below(times) === times - 1;
  }
}
