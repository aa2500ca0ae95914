import type { Chance } from '../chance.ts';
import type { IncomingTicket } from '../incoming-ticket.ts';
import { PHRASES, type Phrase } from './phrases.ts';
import { fillSlots } from './slots.ts';
import type { TopicWords } from './topic.ts';

/** What people write about one ticket, in its language and with its facts. */
export class Wording {
  readonly #ticket: IncomingTicket;
  readonly #chance: Chance;

  constructor(given: IncomingTicket, chance: Chance) {
    this.#ticket = given;
    this.#chance = chance;
  }

  /** One of the phrases; `matter` goes where the phrase speaks of the matter at hand. */
  phrase(phrase: Phrase, matter = ''): string {
    const { language, slots } = this.#ticket;
    return fillSlots(this.#chance.pick<string>(PHRASES[language][phrase]), { ...slots, matter });
  }

  /** A phrase with a greeting before it. */
  letter(phrase: Phrase): string {
    return `${this.phrase('greeting')}\n\n${this.phrase(phrase)}`;
  }

  get finding(): string {
    return this.#fill(this.#words.finding);
  }

  get question(): string {
    return this.#fill(this.#words.question);
  }

  get answer(): string {
    return this.#fill(this.#words.answer);
  }

  rollSolution(): string {
    return this.#fill(this.#chance.pick(this.#words.solutions));
  }

  get #words(): TopicWords {
    return this.#ticket.topic.words[this.#ticket.language];
  }

  #fill(text: string): string {
    return fillSlots(text, this.#ticket.slots);
  }
}
