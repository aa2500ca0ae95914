import { sayLoosely, type TextArguments, type TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';

/** The texts that may end a command. */
export type FailureKey = Extract<TextKey, `failure.${string}`>;

type Params = Readonly<Record<string, string | number>>;

/**
 * A failure that was foreseen: it ends the command with one sentence in the person's language and exit code 1,
 * never with a stack. `details` are lines below the sentence (all problems at once).
 */
export class Failure<Key extends FailureKey = FailureKey> extends Error {
  readonly key: Key;
  readonly params: Params;
  details: readonly FailureDetail[] = [];

  constructor(key: Key, ...params: TextArguments<Key>) {
    super(key);
    this.name = 'Failure';
    this.key = key;
    this.params = (params[0] ?? {}) as Params;
  }

  /** The same failure with lines below its sentence. */
  withDetails(details: readonly FailureDetail[]): this {
    this.details = details;
    return this;
  }

  /** The sentence and its details in a language, a line each. */
  describe(language: Language): string {
    const lines = this.details.map((detail) => `  - ${describeDetail(language, detail)}`);
    return [sayLoosely(language, this.key, this.params), ...lines].join('\n');
  }
}

/** One of several problems that a failure reports together. */
export interface FailureDetail {
  readonly key: TextKey;
  readonly params: Params;
  /** Parameters that are texts themselves, and so differ by language. */
  readonly words?: Readonly<Record<string, TextKey>>;
}

function describeDetail(language: Language, { key, params, words = {} }: FailureDetail): string {
  const spoken = Object.entries(words).map(([name, word]) => [name, sayLoosely(language, word, {})]);
  return sayLoosely(language, key, { ...params, ...Object.fromEntries(spoken) });
}
