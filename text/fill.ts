import { foreignText } from './foreign-text.ts';

/** The names in braces of a text. */
export type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** What fills a text's placeholders. */
export type Fillings = Readonly<Record<string, string | number>>;

/** The arguments after the key of a text: none for a text without placeholders. */
export type FillArguments<Text extends string> = [NamesIn<Text>] extends [never]
  ? []
  : [{ readonly [Name in NamesIn<Text>]: string | number }];

/**
 * The text with its `{name}` placeholders filled in; one without a filling stays as it is. A filling that ends with a
 * full stop, such as `9 Min.`, brings that of its sentence.
 */
export function fillIn(text: string, fillings: Fillings): string {
  return text.replace(/\{(\w+)\}(\.(?!\S))?/g, (_, name: string, stop = '') => {
    const filling = foreignText(String(fillings[name] ?? `{${name}}`));
    return filling.endsWith('.') ? filling : filling + stop;
  });
}
