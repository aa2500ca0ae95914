import { z } from 'zod';
import { PROBLEM_STATUS, type ProblemCode } from './problems.ts';
import { type AnyRoute, commonProblems } from './route.ts';
import { problemShape } from './shapes.ts';
import { ticketPageShape, ticketShape } from './ticket-shapes.ts';

/** Words of the description; the server has them in both languages. */
export interface ApiWords {
  readonly title: string;
  readonly about: string;
  readonly token: string;
  readonly idempotencyKey: string;
  readonly ifMatch: string;
  readonly summaryOf: (routeId: string) => string;
  readonly problemOf: (code: ProblemCode) => string;
}

type Json = Readonly<Record<string, unknown>>;

/** Shapes that several routes share, told once. */
const components: readonly (readonly [name: string, shape: z.ZodObject])[] = [
  ['Problem', problemShape],
  ['Ticket', ticketShape],
  ['TicketPage', ticketPageShape],
];

/** The OpenAPI 3.1 description of a table of routes. */
export function openApi(routes: Readonly<Record<string, AnyRoute>>, words: ApiWords, version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [id, route] of Object.entries(routes)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(id, route, words) };
  }
  return {
    openapi: '3.1.0',
    info: { title: words.title, description: words.about, version },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: words.token } },
      schemas: Object.fromEntries(components.map(([name, shape]) => [name, schemaOf(shape, 'output')])),
    },
  };
}

function operation(id: string, route: AnyRoute, words: ApiWords): Json {
  const { example } = route;
  const hasBody = route.method === 'POST';
  return {
    operationId: id,
    tags: [route.group],
    summary: words.summaryOf(id),
    security: route.access === 'anyone' ? [] : [{ token: [] }],
    'x-permission': route.access,
    parameters: [
      ...parameters(route.params, 'path', example.params),
      ...parameters(route.query, 'query', example.query),
      ...(hasBody ? [header('Idempotency-Key', words.idempotencyKey)] : []),
      ...(route.problems.includes('ticket_changed') ? [header('If-Match', words.ifMatch)] : []),
    ],
    ...(hasBody
      ? {
          requestBody: {
            required: true,
            content: bodyOf(route),
          },
        }
      : {}),
    responses: {
      [route.status]: {
        description: words.summaryOf(id),
        content: contentOf(route),
      },
      ...problemResponses(route, words),
    },
  };
}

/** JSON by its shape, or the bytes of a file. */
function bodyOf(route: AnyRoute): Json {
  if ('acceptedTypes' in route) return Object.fromEntries(route.acceptedTypes.map((type) => [type, { schema: bytes }]));
  return { 'application/json': { schema: schemaOf(route.body, 'input'), example: route.example.body } };
}

const bytes = { type: 'string', format: 'binary' } as const;

/** JSON by its shape, lines of it, or a file of one of its media types. */
function contentOf(route: AnyRoute): Json {
  if ('answer' in route) {
    return { 'application/json': { schema: reference(route.answer), example: route.example.answer } };
  }
  if ('line' in route) return { 'application/x-ndjson': { schema: schemaOf(route.line, 'output') } };
  return Object.fromEntries(route.mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));
}

function parameters(shape: z.ZodObject, place: 'path' | 'query', example: Json): readonly Json[] {
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
    ...(example[name] === undefined ? {} : { example: example[name] }),
  }));
}

function header(name: string, description: string): Json {
  return { name, in: 'header', required: false, description, schema: { type: 'string', maxLength: 200 } };
}

/** Problems by status: several codes may share one. */
function problemResponses(route: AnyRoute, words: ApiWords): Record<string, Json> {
  const codes = [...new Set([...commonProblems(route), ...route.problems])];
  const byStatus = Map.groupBy(codes, (code) => PROBLEM_STATUS[code]);
  const responses: Record<string, Json> = {};
  for (const [status, those] of [...byStatus].sort(([a], [b]) => a - b)) {
    responses[status] = {
      description: those.map((code) => `\`${code}\`: ${words.problemOf(code)}`).join('\n'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return responses;
}

function reference(shape: z.ZodObject): Json {
  const named = components.find(([, component]) => component === shape);
  return named ? { $ref: `#/components/schemas/${named[0]}` } : schemaOf(shape, 'output');
}

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return schema;
}
