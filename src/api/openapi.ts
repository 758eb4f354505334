/** The OpenAPI document of the HTTP interface, made from the schemas that the resources check and answer with. */
import { z } from 'zod';
import { conversationLine, conversationRequest } from './conversation-messages.ts';
import { forgetReport, forgetRequest } from './forget.ts';
import { healthReport } from './health.ts';
import { homeReport } from './home.ts';
import { protocol, protocolHeader } from './protocol.ts';
import { satelliteCommand, satelliteMessage } from './satellites/messages.ts';
import { errorBody } from './to-error-response.ts';
import { turnList, turnReport } from './turns.ts';

const schemas = [
  conversationRequest,
  conversationLine,
  errorBody,
  forgetReport,
  forgetRequest,
  healthReport,
  homeReport,
  satelliteCommand,
  satelliteMessage,
  turnList,
  turnReport,
];

const ref = (schema: z.ZodType): { readonly $ref: string } => ({
  $ref: `#/components/schemas/${schema.meta()?.id ?? ''}`,
});

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema: ref(schema) } } });

const refused = { description: 'Refused or failed; the code says why.', ...json(errorBody) };

/** OpenAPI 3.1, whose schemas are JSON Schema as zod writes it. */
export function openApiDocument(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hearken',
      version: String(protocol),
      description: `The version here is the protocol number, sent as \`${protocolHeader}\` with every answer.`,
    },
    security: [{ token: [] }],
    paths: {
      '/api/v1/conversation': {
        post: {
          summary: 'One sentence to the agent; closing the request ends the turn before its next action.',
          requestBody: { required: true, ...json(conversationRequest) },
          responses: {
            200: {
              description: 'One JSON object per line; `outcome` or `error` is the last.',
              content: { 'application/x-ndjson': { schema: ref(conversationLine) } },
            },
            default: refused,
          },
        },
      },
      '/api/v1/home': { get: reading('Who this server is, and what of the home it may see.', homeReport) },
      '/api/v1/forget': {
        post: {
          summary: 'Removes what came of a person, or of everybody.',
          requestBody: { required: true, ...json(forgetRequest) },
          responses: { 200: { description: 'What was removed.', ...json(forgetReport) }, default: refused },
        },
      },
      '/api/v1/satellites': {
        get: {
          summary:
            "A WebSocket for Home Assistant's satellites: the server says `SatelliteCommand`, the client `SatelliteMessage`.",
          responses: {
            101: {
              description: 'Text messages, each one JSON object; the client begins with `hello`.',
              content: {
                'application/json': { schema: { anyOf: [ref(satelliteCommand), ref(satelliteMessage)] } },
              },
            },
            default: refused,
          },
        },
      },
      '/api/v1/turns': { get: reading('The last turns, newest first.', turnList) },
      '/api/v1/turns/{id}': {
        get: {
          ...reading('One of the last turns.', turnReport),
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        },
      },
      '/health': {
        get: {
          summary: 'Whether each service works. Open: needs no token and tells no names.',
          security: [],
          responses: {
            200: { description: 'Everything works.', ...json(healthReport) },
            503: { description: 'Something loads or failed.', ...json(healthReport) },
          },
        },
      },
      '/live': {
        get: {
          summary: 'Whether the program answers at all. Open, for whatever starts it again when it does not.',
          security: [],
          responses: { 204: { description: 'It does.' } },
        },
      },
      '/': {
        get: {
          summary: 'The status page, for a browser.',
          responses: {
            200: {
              description: 'Services, downloads, the home, and which stages failed lately.',
              content: { 'text/html': { schema: { type: 'string' } } },
            },
            default: refused,
          },
        },
      },
      '/metrics': {
        get: {
          summary: 'Counts and durations for Prometheus.',
          responses: {
            200: {
              description: 'Metrics as text.',
              content: { 'text/plain': { schema: { type: 'string' } } },
            },
            default: refused,
          },
        },
      },
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: components(),
    },
  };
}

const reading = (summary: string, schema: z.ZodType) => ({
  summary,
  responses: { 200: { description: 'As it is now.', ...json(schema) }, default: refused },
});

/** Described as input, so that an object stays open: later versions may add fields without a new protocol. */
function components(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const schema of schemas) registry.add(schema, { id: schema.meta()?.id ?? '' });
  const uri = (id: string): string => `#/components/schemas/${id}`;
  const { schemas: made } = z.toJSONSchema(registry, { io: 'input', uri });
  return Object.fromEntries(
    Object.entries(made).map(([id, schema]) => {
      const { $schema: _dialect, $id: _uri, ...rest } = schema;
      return [id, rest];
    }),
  );
}
