/** The text of a source file in two shapes, of the same length and with the same line breaks. */
export interface SourceText {
  /** Without comments. */
  readonly withoutComments: string;
  /** Without comments and without the contents of texts and patterns: only code. */
  readonly codeOnly: string;
}

const regexMayFollow =
  /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|delete|void|throw|new|await|yield))\s*$/;

/**
 * Blanks what is no code. It reads texts, templates with code inside, comments, and patterns (told from a division by
 * what stands before them); it is no parser, and need not be one for what the laws look for.
 */
export function readSource(source: string): SourceText {
  const withoutComments = [...source];
  const codeOnly = [...source];
  const blank = (shape: string[], from: number, to: number) => {
    for (let index = from; index < to; index += 1) if (shape[index] !== '\n') shape[index] = ' ';
  };
  /** Depth of braces at which each open template goes on. */
  const templates: number[] = [];
  let depth = 0;
  let index = 0;
  while (index < source.length) {
    const rest = source.slice(index, index + 2);
    const character = source[index] ?? '';
    if (rest === '//' || rest === '/*') {
      const end = endOfComment(source, index, rest);
      blank(withoutComments, index, end);
      blank(codeOnly, index, end);
      index = end;
    } else if (character === "'" || character === '"') {
      const end = endOfText(source, index, character);
      blank(codeOnly, index + 1, end - 1);
      index = end;
    } else if (character === '`' || (character === '}' && templates.at(-1) === depth)) {
      if (character === '}') templates.pop();
      const end = endOfTemplatePart(source, index + 1);
      blank(codeOnly, index + 1, end.at);
      if (end.opensCode) templates.push(depth);
      index = end.at + (end.opensCode ? 2 : 1);
    } else if (character === '/' && regexMayFollow.test(codeOnly.slice(Math.max(0, index - 20), index).join(''))) {
      const end = endOfPattern(source, index);
      blank(codeOnly, index + 1, end - 1);
      index = end;
    } else {
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      index += 1;
    }
  }
  return { withoutComments: withoutComments.join(''), codeOnly: codeOnly.join('') };
}

function endOfComment(source: string, from: number, opening: string): number {
  const end = opening === '//' ? source.indexOf('\n', from) : source.indexOf('*/', from + 2) + 2;
  return end < from + 2 ? source.length : end;
}

function endOfText(source: string, from: number, quote: string): number {
  for (let index = from + 1; index < source.length; index += 1) {
    if (source[index] === '\\') index += 1;
    else if (source[index] === quote || source[index] === '\n') return index + 1;
  }
  return source.length;
}

function endOfTemplatePart(source: string, from: number): { at: number; opensCode: boolean } {
  for (let index = from; index < source.length; index += 1) {
    if (source[index] === '\\') index += 1;
    else if (source[index] === '`') return { at: index, opensCode: false };
    else if (source.startsWith('${', index)) return { at: index, opensCode: true };
  }
  return { at: source.length, opensCode: false };
}

function endOfPattern(source: string, from: number): number {
  let isInClass = false;
  for (let index = from + 1; index < source.length; index += 1) {
    const character = source[index];
    if (character === '\\') index += 1;
    else if (character === '\n') return index;
    else if (character === '[') isInClass = true;
    else if (character === ']') isInClass = false;
    else if (character === '/' && !isInClass) return index + 1;
  }
  return source.length;
}
