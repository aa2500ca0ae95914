import { apiAddresses } from './api-addresses.ts';
import { apiRoutes } from './api-routes.ts';
import { decisions } from './decisions.ts';
import { demoGuide } from './demo.ts';
import { workedExamples } from './examples/worked-examples.ts';
import { figureDocs } from './figure-docs.ts';
import { figureSql } from './figure-sql.ts';
import type { Generator } from './generator.ts';
import { operations } from './operations.ts';

/** All generated files. `npm run generate` writes them, `npm run check` compares them. */
export const generators: readonly Generator[] = [
  operations,
  apiAddresses,
  apiRoutes,
  demoGuide,
  decisions,
  ...figureSql,
  ...figureDocs(workedExamples()),
];
