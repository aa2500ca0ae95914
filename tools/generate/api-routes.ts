import type { AnyRoute } from '#contract/api/route.ts';
import { routes } from '#contract/api/routes.ts';
import { sayLoosely, type TextKey } from '#text/catalogue.ts';
import type { Generator } from './generator.ts';
import { betweenMarkers } from './markers.ts';

/** The table of routes in docs/api.md. */
export const apiRoutes: Generator = {
  name: 'routes of the API',
  file: 'docs/api.md',
  produce: (current) => betweenMarkers(current, 'routes', routeTable()),
};

function routeTable(): string {
  const rows = Object.entries(routes as Readonly<Record<string, AnyRoute>>).map(([id, route]) => {
    const fields = Object.keys(route.method === 'GET' ? route.query.shape : route.body.shape);
    const about = sayLoosely('en', `api.route.${id}` as TextKey, {});
    const told = fields.map((name) => `\`${name}\``).join(', ');
    return `| ${route.method} | \`${route.path}\` | ${about} | ${told} | \`${route.access}\` |`;
  });
  return ['| method | path | what it does | parameters | permission |', '|---|---|---|---|---|', ...rows].join('\n');
}
