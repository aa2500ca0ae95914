import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'zod';
import type { CommandKind, TicketCommand } from '#core/ticket/command.ts';
import type { CommandShapes } from './command-shapes.ts';
import { openApi } from './openapi.ts';
import { PERMISSIONS, permissionsOf, ROLES } from './permissions.ts';
import { PROBLEM_CODES } from './problems.ts';
import { type AnyRoute, route } from './route.ts';
import { fileRoutes, readRoutes, routes, writeRoutes } from './routes.ts';

/** The fields of a command of the core, and those that the contract makes of a body. */
type Fields<Kind extends CommandKind> = Omit<Extract<TicketCommand, { kind: Kind }>, 'kind'>;
type Made<Kind extends CommandKind> = z.output<CommandShapes[Kind]>;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Mismatched = { [Kind in CommandKind]: Same<Fields<Kind>, Made<Kind>> extends true ? never : Kind }[CommandKind];

test('the body of every command has the fields of the command of the core', () => {
  // A kind whose fields differ makes this line an error of types that names it.
  const mismatched: [Mismatched] extends [never] ? 'none' : Mismatched = 'none';
  assert.equal(mismatched, 'none');
});

const table: readonly (readonly [string, AnyRoute])[] = Object.entries(routes);

/** A file has no shape. */
function shapesOf(route: AnyRoute): Readonly<Record<string, z.ZodType>> {
  const { params, query, body } = route;
  return { params, query, body, ...('answer' in route ? { answer: route.answer } : {}) };
}

for (const [id, route] of table) {
  test(`the example of ${id} is what its own shapes accept`, () => {
    for (const [part, shape] of Object.entries(shapesOf(route))) {
      const read = shape.safeParse((route.example as Readonly<Record<string, unknown>>)[part]);
      assert.ok(read.success, `${part}: ${read.error?.message}`);
    }
  });

  test(`${id} refuses keys that it does not name`, () => {
    for (const extra of ['role', 'tenant_id', '__proto__', 'constructor']) {
      for (const part of ['query', 'body'] as const) {
        const given = JSON.parse(
          `{${JSON.stringify(extra)}: 1, ${JSON.stringify(route.example[part]).slice(1)}`.replace(', }', '}'),
        );
        const read = (route[part] as z.ZodType).safeParse(given);
        assert.ok(
          read.error?.issues.some((issue) => issue.code === 'unrecognized_keys' && issue.keys.includes(extra)),
          `${extra} in ${part}`,
        );
      }
    }
  });
}

test('a route without a permission is an error of types', () => {
  const { access: _, ...rest } = routes.listFigures;
  // @ts-expect-error: the permission is missing, and this line would not compile without that.
  assert.ok(route(rest));
});

test('every route stands at an address of its own under /api/v1', () => {
  const addresses = table.map(([, { method, path }]) => `${method} ${path}`);
  assert.equal(new Set(addresses).size, table.length);
  assert.deepEqual(
    addresses.filter((address) => !/^(?:GET|POST) \/api\/v1\//.test(address)),
    [],
  );
});

test('routes that read are GET and routes that write are POST', () => {
  assert.deepEqual(new Set(Object.values(fileRoutes).map(({ method }) => method)), new Set(['GET']));
  assert.deepEqual(new Set(Object.values(readRoutes).map(({ method }) => method)), new Set(['GET']));
  assert.deepEqual(new Set(Object.values(writeRoutes).map(({ method }) => method)), new Set(['POST']));
});

test('a higher role may do all that a lower one may', () => {
  for (const [index, role] of ROLES.entries()) {
    const lower = ROLES[index - 1];
    if (lower) assert.ok(permissionsOf(lower).isSubsetOf(permissionsOf(role)), role);
  }
  assert.deepEqual(permissionsOf('admin'), new Set(PERMISSIONS));
});

const words = {
  title: 't',
  about: 'a',
  token: 'k',
  idempotencyKey: 'i',
  ifMatch: 'm',
  summaryOf: (id: string) => id,
  problemOf: (code: string) => code,
};

/** As far as these tests look into it. */
interface Described {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly operationId: string; readonly responses: object; readonly security: object }>>
    >
  >;
}

test('the description names every route with its permission, and every problem by its status', () => {
  const described = openApi(routes, words, '1') as unknown as Described;
  assert.equal(described.openapi, '3.1.0');
  const ids = Object.values(described.paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId));
  assert.deepEqual(new Set(ids), new Set(Object.keys(routes)));
  const resolve = described.paths['/api/v1/tickets/{number}/commands/resolve']?.post;
  assert.deepEqual(Object.keys(resolve?.responses ?? {}), [
    '200',
    '400',
    '401',
    '403',
    '404',
    '409',
    '412',
    '413',
    '415',
    '422',
    '429',
    '500',
    '503',
  ]);
  assert.deepEqual(resolve?.security, [{ token: [] }]);
});

test('the description of a file names its media types', () => {
  const described = openApi(routes, words, '1') as unknown as Described;
  const responses = described.paths['/api/v1/figures/{id}/export']?.get?.responses ?? {};
  const { 200: answer } = responses as Readonly<Record<string, { readonly content: object }>>;
  assert.deepEqual(Object.keys(answer?.content ?? {}), fileRoutes.exportFigure.mediaTypes);
});

test('the description holds nothing but JSON', () => {
  const described = openApi(routes, words, '1');
  assert.deepEqual(JSON.parse(JSON.stringify(described)), described);
});

test('codes of problems are words that programs can compare', () => {
  for (const code of PROBLEM_CODES) assert.match(code, /^[a-z]+(?:_[a-z]+)*$/);
});
