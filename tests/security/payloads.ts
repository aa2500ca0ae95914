import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text that wants to be more than a text. */
export interface Payload {
  readonly id: string;
  readonly class: string;
  readonly input: string;
  /** `shown`: taken, kept as it is and shown as plain text; `refused`: told to be wrong, and kept nowhere. */
  readonly expect: 'shown' | 'refused';
}

interface Written extends Pick<Payload, 'id' | 'class' | 'input'> {
  readonly expect?: Payload['expect'];
  readonly repeat?: number;
}

/** How parts are put together: each part of `of` has a list of its texts, and a text names the part that goes into it. */
type Recipe = { readonly of: readonly string[] } & Readonly<Record<string, readonly string[]>>;

/** No such host can be looked up (RFC 2606). */
export const EVIL = 'evil.example';

const folder = join(import.meta.dirname, 'corpus');
const read = <Content>(name: string): Content => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Content;

/**
 * All payloads, always the same ones in the same order. Whatever of them is carried out calls `ran` or asks EVIL for
 * something, and says by which payload.
 */
export const PAYLOADS: readonly Payload[] = [...combined(), ...written()].map((payload, place) => ({
  ...payload,
  input: payload.input.replaceAll('CODE', `ran(${place})`).replaceAll('EVIL', EVIL),
}));

/** Those that are taken and must then be seen. */
export const SHOWN: readonly Payload[] = PAYLOADS.filter(({ expect }) => expect === 'shown');

function combined(): Payload[] {
  return Object.entries(read<Record<string, Recipe>>('combined.json')).flatMap(([kind, recipe]) => {
    const texts = recipe.of.reduce<readonly string[]>(
      (before, part) => before.flatMap((text) => recipe[part]!.map((one) => joined(text, part, one))),
      [''],
    );
    return texts.map((input, place): Payload => ({ id: `${kind}-${place + 1}`, class: kind, input, expect: 'shown' }));
  });
}

/** A part goes where the text names it, else behind it. */
function joined(text: string, part: string, one: string): string {
  const name = part.toUpperCase();
  return text.includes(name) ? text.replaceAll(name, () => one) : text + one;
}

function written(): Payload[] {
  return read<readonly Written[]>('written.json').map(({ expect = 'shown', repeat = 1, ...rest }) => ({
    ...rest,
    input: rest.input.repeat(repeat),
    expect,
  }));
}
