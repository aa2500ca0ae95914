import type { AnyRoute } from '#contract/api/route.ts';
import { routes } from '#contract/api/routes.ts';
import type { Generator } from './generator.ts';

/** Method, path and access of every route without its shapes: browsers load these tables and leave zod at home. */
export const apiAddresses: Generator = {
  name: 'addresses of the API',
  file: 'contract/api/addresses.ts',
  produce: () => {
    const all = Object.entries(routes as Readonly<Record<string, AnyRoute>>);
    const addresses = all.map(([id, { method, path }]) => `  ${id}: { method: '${method}', path: '${path}' },`);
    const access = all.map(([id, route]) => `  ${id}: '${route.access}',`);
    return [
      '/** Generated from the table of routes by npm run generate. */',
      `export const ADDRESSES = {\n${addresses.join('\n')}\n} as const;\n`,
      '/** Which permission each asks for. */',
      `export const ACCESS = {\n${access.join('\n')}\n} as const;\n`,
    ].join('\n');
  },
};
