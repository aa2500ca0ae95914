import type { Import } from './imports.ts';

/** A file that a law looks at. */
export interface CheckedFile {
  /** From the project's root. */
  readonly path: string;
  /** Its code without comments and without the contents of texts. */
  readonly code: string;
  readonly imports: readonly Import[];
}

/** One law of the house: where it holds, what breaks it, why it exists, and what to do instead. */
export interface Law {
  readonly name: string;
  readonly reason: string;
  readonly alternative: string;
  holdsFor(path: string): boolean;
  /** The line of each breach and what it is. */
  breaches(file: CheckedFile): readonly Breach[];
}

export interface Breach {
  readonly line: number;
  readonly what: string;
}

/** Every law about who may know whom. Tests stand outside the rooms: they may look everywhere. */
export const laws: readonly Law[] = [
  {
    name: 'core imports core alone',
    reason: 'a rule that knows nothing of the world can be proved and replayed',
    alternative: 'give what it needs as an argument; do the input and output in server/ or cli/',
    holdsFor: inRoom('core'),
    breaches: importsOutside((given) => isIn('core', given)),
  },
  {
    name: 'core has no clock, no chance and no outside',
    reason: 'the same events must give the same answer today and in ten years',
    alternative: 'time, ids and random numbers are arguments',
    holdsFor: inRoom('core'),
    breaches: words(
      /(?<![.\w$])(?:Date|process|fetch|performance|console|crypto|globalThis|setTimeout|setInterval|setImmediate|queueMicrotask)(?![\w$]|\s*[:?])|\bTemporal\s*\.\s*Now\b|\bMath\s*\.\s*random\b/g,
    ),
  },
  {
    name: 'contract knows core alone',
    reason: 'the web loads the contract; no server code may come along, and core can bring none',
    alternative: 'move the code to the room that runs it',
    holdsFor: inRoom('contract'),
    breaches: importsOutside((given) => isIn('contract', given) || given.specifier === 'zod' || isIn('core', given)),
  },
  {
    name: 'text imports keys only',
    reason: 'a catalogue is data: it may be read by anything, so it must need nothing',
    alternative: 'import types of keys; put the logic where the text is used',
    holdsFor: inRoom('text'),
    breaches: importsOutside(
      (given) => isIn('text', given) || (given.isTypeOnly && (isIn('core', given) || isIn('contract', given))),
    ),
  },
  {
    name: 'platform never imports features',
    reason: 'the platform carries every feature; if it knew one, each would depend on all',
    alternative: 'let the feature register itself in server/main.ts',
    holdsFor: inRoom('server/platform'),
    breaches: importsInto('server/features'),
  },
  {
    name: 'the database room knows no feature',
    reason: 'a released step of the database must not change because a feature does',
    alternative: 'write out what the step needs inside the step',
    holdsFor: inRoom('server/database'),
    breaches: importsInto('server/features'),
  },
  {
    name: 'a feature reaches another through its index.ts',
    reason: 'what is not offered at the gate may change at any time',
    alternative: "import the other feature's index.ts, and add there what is missing",
    holdsFor: inRoom('server/features'),
    breaches: throughTheGate,
  },
  {
    name: 'who is no feature reaches one through its index.ts',
    reason: 'what is not offered at the gate may change at any time',
    alternative: "import the feature's index.ts, and add there what is missing",
    holdsFor: (path) => !isTest(path) && !path.startsWith('server/features/'),
    breaches: throughTheGate,
  },
  {
    name: 'web never imports server',
    reason: 'the browser would load the server, and secrets with it',
    alternative: 'talk to it over the contract',
    holdsFor: inRoom('web'),
    breaches: importsInto('server'),
  },
  {
    name: 'web takes types alone from the contract',
    reason: 'its shapes bring their checker along, which a browser has no use for',
    alternative: "write `import type`; addresses of routes stand in '#contract/api/addresses.ts'",
    holdsFor: inRoom('web'),
    breaches: importsOutside(
      (given) => given.isTypeOnly || !isIn('contract', given) || given.target === 'contract/api/addresses.ts',
    ),
  },
  {
    name: 'web does no zone arithmetic',
    reason: 'not every browser has Temporal; instants travel as texts, and edges of periods come from the server',
    alternative: 'write instants with the `format` of web/shell, or ask the API',
    holdsFor: inRoom('web'),
    breaches: importsOutside(
      (given) => given.isTypeOnly || !/^core\/time\/(?:zone|instant)\.ts$/.test(given.target ?? ''),
    ),
  },
  {
    name: 'pages use the components of the house',
    reason:
      'a page that picks from the library draws its own button, and changing the library means changing all pages',
    alternative: 'add what is missing to web/ui',
    holdsFor: (path) => path.startsWith('web/features/') && !isTest(path),
    breaches: importsOutside(({ specifier }) => !/^(?:react-aria|@react-aria|@react-stately)/.test(specifier)),
  },
  {
    name: 'server imports neither web nor command line',
    reason: 'both stand on the server, so the server cannot stand on them',
    alternative: 'move the shared part into server/ or core/',
    holdsFor: inRoom('server'),
    breaches: (file) => [...importsInto('web')(file), ...importsInto('cli')(file)],
  },
  {
    name: 'no relative import climbs more than one folder',
    reason: 'a path of dots breaks when a file moves, and hides which room it enters',
    alternative: "use the room's name: #core/…, #server/…, #cli/…",
    holdsFor: () => true,
    breaches: (file) =>
      file.imports
        .filter(({ specifier }) => specifier.startsWith('../../'))
        .map(({ specifier, line }) => ({ line, what: specifier })),
  },
  {
    name: 'no program imports a test or what tests need',
    reason: 'a program that runs at a customer must not carry the tests along',
    alternative: 'move the shared part into a file of its own',
    holdsFor: (path) => !isTest(path) && !/^(?:tools|bench)\//.test(path),
    breaches: (file) =>
      file.imports
        .filter(({ target }) => target !== null && isTest(target))
        .map(({ specifier, line }) => ({ line, what: specifier })),
  },
];

function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('tests/') || path.startsWith('server/testing/');
}

function inRoom(room: string): (path: string) => boolean {
  return (path) => path.startsWith(`${room}/`) && !isTest(path);
}

function isIn(room: string, { target }: Import): boolean {
  return target?.startsWith(`${room}/`) ?? false;
}

function importsOutside(isAllowed: (given: Import) => boolean): Law['breaches'] {
  return (file) =>
    file.imports.filter((given) => !isAllowed(given)).map(({ specifier, line }) => ({ line, what: specifier }));
}

function importsInto(room: string): Law['breaches'] {
  return importsOutside((given) => !isIn(room, given));
}

function throughTheGate(file: CheckedFile): readonly Breach[] {
  const own = featureOf(file.path);
  return file.imports
    .filter(({ target }) => {
      const other = target === null ? null : featureOf(target);
      return other !== null && other !== own && target !== `server/features/${other}/index.ts`;
    })
    .map(({ specifier, line }) => ({ line, what: specifier }));
}

function featureOf(path: string): string | null {
  return /^server\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function words(pattern: RegExp): Law['breaches'] {
  return ({ code }) =>
    [...code.matchAll(pattern)].map((match) => ({
      line: code.slice(0, match.index).split('\n').length,
      what: match[0],
    }));
}
