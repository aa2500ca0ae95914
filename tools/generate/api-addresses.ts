import type { AnyRoute } from '#contract/api/route.ts';
import { routes } from '#contract/api/routes.ts';
import type { Generator } from './generator.ts';

/** Method and path of every route without its shapes: browsers load this table and leave zod at home. */
export const apiAddresses: Generator = {
  name: 'addresses of the API',
  file: 'contract/api/addresses.ts',
  produce: () => {
    const lines = Object.entries(routes as Readonly<Record<string, AnyRoute>>).map(
      ([id, { method, path }]) => `  ${id}: { method: '${method}', path: '${path}' },`,
    );
    return `/** Generated from the table of routes by npm run generate. */\nexport const ADDRESSES = {\n${lines.join('\n')}\n} as const;\n`;
  },
};
