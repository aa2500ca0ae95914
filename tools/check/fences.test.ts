import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breachesIn } from './fences.ts';
import { laws } from './laws.ts';

/** A bad and a good sample for every law: path, source, and how often the law must speak. */
const samples: Readonly<Record<string, readonly (readonly [path: string, source: string, breaches: number])[]>> = {
  'core imports core alone': [
    ['core/clock/a.ts', "import { readFile } from 'node:fs';", 1],
    ['core/clock/a.ts', "import { z } from 'zod';", 1],
    ['core/clock/a.ts', "export { b } from '#server/platform/log.ts';", 1],
    ['core/clock/a.ts', "const b = await import('../../text/catalogue.ts');", 1],
    ['core/clock/a.ts', "import '#text/catalogue.ts';", 1],
    ['core/clock/a.ts', "import {\n  a,\n  type B,\n} from 'pg';", 1],
    ['core/clock/a.ts', "import { b } from './b.ts';\nimport type { C } from '#core/time/instant.ts';", 0],
    ['core/clock/a.test.ts', "import { test } from 'node:test';", 0],
  ],
  'core has no clock, no chance and no outside': [
    ['core/clock/a.ts', 'const now = new Date();', 1],
    ['core/clock/a.ts', 'const now = Date.now();', 1],
    ['core/clock/a.ts', 'const now = Temporal.Now.instant();', 1],
    ['core/clock/a.ts', 'const chance = Math.random();', 1],
    ['core/clock/a.ts', 'const chance = Math\n  .random();', 1],
    ['core/clock/a.ts', 'const home = process.env;', 1],
    ['core/clock/a.ts', 'const page = await fetch(address);', 1],
    ['core/clock/a.ts', 'setTimeout(ring, 1);\nconsole.log(ring);\nglobalThis.x = 1;', 3],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the sample is a source text
    ['core/clock/a.ts', 'const text = `${Date.now()}`;', 1],
    ['core/clock/a.ts', '// Date.now() is forbidden\n/* process */ const text = "new Date()" + \'fetch\' + `Date`;', 0],
    ['core/clock/a.ts', 'const pattern = /Date|"process/;\nconst half = total / 2 / LocalDate.length;', 0],
    ['core/clock/a.ts', 'const at = row.Date + toDate(row.process) + Math.random2;', 0],
    ['core/clock/a.ts', 'const shape = { process: 1, performance: 2 };', 0],
  ],
  'contract knows core alone': [
    ['contract/tickets.ts', "import { open } from '#core/ticket/open.ts';", 0],
    ['contract/tickets.ts', "import { ticketStore } from '#server/features/tickets/index.ts';", 1],
    ['contract/tickets.ts', "import { sql } from 'kysely';", 1],
    ['contract/tickets.ts', "import type { A } from '#server/main.ts';", 1],
    [
      'contract/tickets.ts',
      "import { z } from 'zod';\nimport { states } from '#core/ticket/state.ts';\nimport './b.ts';",
      0,
    ],
  ],
  'text imports keys only': [
    ['text/en/a.ts', "import { say } from '#core/ticket/open.ts';", 1],
    ['text/en/a.ts', "import type { A } from '#server/main.ts';", 1],
    ['text/en/a.ts', "import type { A } from '#contract/errors.ts';\nimport { b } from '../en/b.ts';", 0],
  ],
  'platform never imports features': [
    ['server/platform/a.ts', "import { tickets } from '#server/features/tickets/index.ts';", 1],
    ['server/platform/a.ts', "import { tickets } from '../features/tickets/index.ts';", 1],
    ['server/platform/a.ts', "import { log } from './log.ts';\nimport { Kysely } from 'kysely';", 0],
  ],
  'the database room knows no feature': [
    ['server/database/migrations/0009-a.ts', "import { a } from '#server/features/tickets/index.ts';", 1],
    ['server/database/migrations/0009-a.ts', "import { grant } from '#server/database/grants.ts';", 0],
  ],
  'a feature reaches another through its index.ts': [
    ['server/features/mail/a.ts', "import { a } from '#server/features/tickets/ticket-store.ts';", 1],
    ['server/features/mail/a.ts', "import { a } from '../tickets/ticket-store.ts';", 1],
    [
      'server/features/mail/a.ts',
      "import { a } from '#server/features/tickets/index.ts';\nimport { b } from './b.ts';",
      0,
    ],
  ],
  'who is no feature reaches one through its index.ts': [
    ['cli/import.ts', "import { a } from '#server/features/imports/read-log.ts';", 1],
    ['server/main.ts', "const a = import('#server/features/tickets/routes.ts');", 1],
    ['cli/import.ts', "import { a } from '#server/features/imports/index.ts';", 0],
  ],
  'web never imports server': [
    ['web/shell/a.ts', "import { a } from '#server/main.ts';", 1],
    ['web/shell/a.ts', "import type { a } from '#server/main.ts';", 1],
    ['web/shell/a.ts', "import { a } from '#contract/tickets.ts';", 0],
  ],
  'web takes types alone from the contract': [
    ['web/shell/a.ts', "import { routes } from '#contract/api/routes.ts';", 1],
    ['web/shell/a.ts', "import type { Routes } from '#contract/api/routes.ts';", 0],
    ['web/shell/a.ts', "import { ADDRESSES } from '#contract/api/addresses.ts';", 0],
  ],
  'web does no zone arithmetic': [
    ['web/shell/a.ts', "import { localDateAt } from '#core/time/zone.ts';", 1],
    ['web/shell/a.ts', "import { parseInstant } from '#core/time/instant.ts';", 1],
    ['web/shell/a.ts', "import type { Instant } from '#core/time/instant.ts';", 0],
    ['web/shell/a.ts', "import { addDays } from '#core/time/local-date.ts';", 0],
  ],
  'pages use the components of the house': [
    ['web/features/cockpit/a.tsx', "import { Button } from 'react-aria-components';", 1],
    ['web/features/cockpit/a.tsx', "import { Button } from '#web/ui/button.tsx';", 0],
    ['web/ui/button.tsx', "import { Button } from 'react-aria-components';", 0],
  ],
  'server imports neither web nor command line': [
    ['server/main.ts', "import { a } from '#web/shell/a.ts';\nimport { b } from '../cli/main.ts';", 2],
    ['server/main.ts', "import { a } from '#core/time/instant.ts';", 0],
  ],
  'no relative import climbs more than one folder': [
    ['core/figures/sql/a.ts', "import { a } from '../../facts/b.ts';", 1],
    ['core/figures/sql/a.test.ts', "import { a } from '../../../facts/b.ts';", 1],
    ['core/figures/sql/a.ts', "import { a } from '../b.ts';\nimport { c } from '#core/facts/c.ts';", 0],
  ],
  'no program imports a test or what tests need': [
    ['cli/a.ts', "import { a } from './b.test.ts';", 1],
    ['server/platform/a.ts', "import { a } from '#server/testing/test-database.ts';", 1],
    ['cli/a.test.ts', "import { a } from '#tests/kundig-process.ts';", 0],
  ],
};

test('every law has samples, and every sample has a law', () => {
  assert.deepEqual(
    Object.keys(samples),
    laws.map((law) => law.name),
  );
});

for (const law of laws) {
  for (const [path, source, count] of samples[law.name] ?? []) {
    test(`${law.name}: ${count} in ${path}: ${source.replaceAll('\n', ' ')}`, () => {
      const spoken = breachesIn(path, source).filter((line) => line.includes(law.name));
      assert.equal(spoken.length, count, spoken.join('\n'));
      for (const line of spoken) assert.ok(line.includes(law.reason) && line.includes(law.alternative));
    });
  }
}

test('a breach names the line it stands on', () => {
  assert.match(
    breachesIn('core/a.ts', "\n// one\nimport { a } from './a.ts';\nimport { b } from 'pg';\n").join(),
    /^core\/a\.ts:4: pg: /,
  );
  assert.match(breachesIn('core/a.ts', 'const a = 1;\n\nconst b = Date.now();').join(), /^core\/a\.ts:3: Date: /);
});

test('an import inside a text is no import', () => {
  assert.deepEqual(breachesIn('core/a.ts', "const a = \"import('pg')\";\nconst b = `\nimport c from 'pg';\n`;"), []);
});
