/** Anthropic's messages API (`/v1/messages` as server-sent events, `/v1/models`), version 2026-10-21. */
import { z } from 'zod';
import type { Message } from '../../../agent/ports/language-model.ts';
import { RequestError } from '../../../core/errors.ts';
import {
  bearerOf,
  jsonPieces,
  nextCallId,
  parseRequest,
  sse,
  type StandInModel,
  type Wire,
  type WireReply,
  type WireStream,
} from './wire.ts';

const cacheControl = z
  .strictObject({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).optional() })
  .optional();
/** The API refuses text of nothing but white space. */
const spoken = z.string().regex(/\S/u, 'text content blocks must contain non-whitespace text');
const textBlock = z.strictObject({ type: z.literal('text'), text: spoken, cache_control: cacheControl });
const callId = z.string().regex(/^[a-zA-Z0-9_-]+$/);

const toolUse = z.strictObject({
  type: z.literal('tool_use'),
  id: callId,
  name: z.string(),
  input: z.record(z.string(), z.unknown()),
});
const toolResult = z.strictObject({
  type: z.literal('tool_result'),
  tool_use_id: callId,
  content: z.string(),
  is_error: z.boolean().optional(),
  cache_control: cacheControl,
});

const thinking = z.strictObject({
  type: z.literal('thinking'),
  thinking: z.string(),
  signature: z.string().min(1),
});

const message = z.discriminatedUnion('role', [
  z.strictObject({
    role: z.literal('user'),
    content: z.union([spoken, z.array(z.discriminatedUnion('type', [textBlock, toolResult])).min(1)]),
  }),
  z.strictObject({
    role: z.literal('assistant'),
    content: z.union([spoken, z.array(z.discriminatedUnion('type', [textBlock, toolUse, thinking])).min(1)]),
  }),
]);

const tool = z.strictObject({
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
  description: z.string(),
  input_schema: z.looseObject({ type: z.literal('object') }),
  cache_control: cacheControl,
});

const messagesRequest = z.strictObject({
  model: z.string().min(1),
  max_tokens: z.int().min(1),
  stream: z.literal(true),
  system: z.array(textBlock).min(1).optional(),
  messages: z.array(message).min(1),
  tools: z.array(tool).min(1).optional(),
  tool_choice: z.strictObject({ type: z.enum(['auto', 'none']) }).optional(),
  thinking: z.strictObject({ type: z.enum(['disabled', 'between_tools', 'adaptive']) }).optional(),
  output_config: z.strictObject({ effort: z.enum(['low', 'medium', 'high']) }).optional(),
});

type WireMessage = z.output<typeof message>;
/** The API takes no more. */
const mostCacheMarks = 4;

export const anthropicWire: Wire = {
  kind: 'anthropic',
  answerPath: '/v1/messages',
  contentType: 'text/event-stream; charset=utf-8',
  // Its client sends it so since version 1.0.
  keyOf: bearerOf,
  lookup: ({ method, path }, models) => {
    if (method !== 'GET' || !path.startsWith('/v1/models')) return undefined;
    if (path === '/v1/models') {
      const data = models.map(info);
      return {
        status: 200,
        body: { data, has_more: false, first_id: data[0]?.id, last_id: data.at(-1)?.id },
      };
    }
    const name = decodeURIComponent(path.slice('/v1/models/'.length));
    const model = models.find((each) => each.name === name);
    return model ? { status: 200, body: info(model) } : anthropicWire.refusal('model', name);
  },
  read: (body, headers) => {
    if (headers['anthropic-version'] !== '2026-10-21')
      throw new RequestError('REQUEST_INVALID', 'anthropic-version: header is required');
    const request = parseRequest(messagesRequest, body);
    const cacheMarks = JSON.stringify(body).split('"cache_control"').length - 1;
    if (!request.tools && /"type":"tool_(use|result)"/u.test(JSON.stringify(request.messages)))
      throw new RequestError('REQUEST_INVALID', 'tool_use and tool_result blocks need tools');
    if (cacheMarks > mostCacheMarks)
      throw new RequestError(
        'REQUEST_INVALID',
        `at most ${mostCacheMarks} blocks with cache_control, not ${cacheMarks}`,
      );
    return {
      model: request.model,
      system: (request.system ?? []).map(({ text }) => text).join('\n\n'),
      messages: neutral(request.messages),
      tools: (request.tool_choice?.type === 'none' ? [] : (request.tools ?? [])).map((each) => ({
        name: each.name,
        description: each.description,
        inputSchema: each.input_schema,
      })),
      maxTokens: request.max_tokens,
      cacheMarks,
    };
  },
  begin,
  refusal: (why, model): WireReply => {
    const refuse = (status: number, type: string, text: string): WireReply => ({
      status,
      body: { type: 'error', error: { type, message: text }, request_id: nextCallId('req') },
    });
    switch (why) {
      case 'key':
        return refuse(401, 'authentication_error', 'invalid x-api-key');
      case 'model':
        return refuse(404, 'not_found_error', `model: ${model}`);
      case 'limit':
        return refuse(
          429,
          'rate_limit_error',
          'This request would exceed the rate limit of your organization.',
        );
      case 'overload':
        return refuse(529, 'overloaded_error', 'Overloaded');
      case 'too-long':
        return refuse(400, 'invalid_request_error', 'prompt is too long: 214000 tokens > 200000 maximum');
      case 'no-tools':
        return refuse(400, 'invalid_request_error', 'tools: not supported by this model');
      case 'invalid':
        return refuse(400, 'invalid_request_error', 'The request could not be understood.');
      case 'unscripted':
        return refuse(500, 'api_error', 'The script has no turn for this request.');
    }
  },
};

function info({ name, contextTokens, thinks }: StandInModel) {
  const can = (supported: boolean) => ({ supported });
  const types = { disabled: can(thinks !== 'always'), between_tools: can(false), adaptive: can(true) };
  return {
    type: 'model',
    id: name,
    display_name: name,
    created_at: '2026-01-01T00:00:00Z',
    max_input_tokens: contextTokens ?? null,
    capabilities: thinks
      ? { thinking: { supported: true, types }, effort: { supported: true, low: can(true) } }
      : null,
  };
}

/** The signatures of the thoughts that led to a call: they have to come back with its result. */
const signaturesOfCall = new Map<string, readonly string[]>();
/** Far more than one server sends; a test ends long before. */
const mostSigned = 10_000;

const send = (type: string, fields: Readonly<Record<string, unknown>>): string =>
  sse({ type, ...fields }, type);

function begin(model: string): WireStream {
  let index = -1;
  const delta = (fields: Readonly<Record<string, unknown>>): string =>
    send('content_block_delta', { index, delta: fields });
  let open: 'text' | 'thinking' | undefined;
  let hasCalls = false;
  const signatures: string[] = [];
  const close = (): string => {
    if (open === undefined) return '';
    const signature = open === 'thinking' ? nextCallId('sig') : undefined;
    open = undefined;
    const stop = send('content_block_stop', { index });
    if (signature === undefined) return stop;
    signatures.push(signature);
    return delta({ type: 'signature_delta', signature }) + stop;
  };
  const block = (kind: 'text' | 'thinking', empty: Readonly<Record<string, unknown>>): string => {
    if (open === kind) return '';
    const before = close();
    index += 1;
    open = kind;
    return before + send('content_block_start', { index, content_block: { type: kind, ...empty } });
  };
  return {
    start: ({ input, cached }) => {
      const usage = {
        input_tokens: input - cached,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: cached,
        output_tokens: 1,
      };
      const empty = { content: [], stop_reason: null, stop_sequence: null, usage };
      const head = { id: nextCallId('msg'), type: 'message', role: 'assistant', model, ...empty };
      return send('message_start', { message: head }) + send('ping', {});
    },
    piece: (piece) => {
      if (piece.kind === 'text')
        return block('text', { text: '' }) + delta({ type: 'text_delta', text: piece.text });
      if (piece.kind === 'thought')
        return (
          block('thinking', { thinking: '', signature: '' }) +
          delta({ type: 'thinking_delta', thinking: piece.text })
        );
      hasCalls = true;
      const before = close();
      index += 1;
      const id = nextCallId('toolu');
      if (signatures.length > 0 && signaturesOfCall.size < mostSigned)
        signaturesOfCall.set(id, [...signatures]);
      const content = { type: 'tool_use', id, name: piece.name, input: {} };
      const input = ['', ...jsonPieces(piece.input)].map((text) =>
        delta({ type: 'input_json_delta', partial_json: text }),
      );
      return (
        before +
        send('content_block_start', { index, content_block: content }) +
        input.join('') +
        send('content_block_stop', { index })
      );
    },
    error: () => sse({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'error'),
    garbage: () => sse('{"type": no json', 'content_block_delta'),
    end: (why, { output }) => {
      const finished = hasCalls ? 'tool_use' : 'end_turn';
      const reason = { finished, length: 'max_tokens', refused: 'refusal' }[why];
      const change = { stop_reason: reason, stop_sequence: null };
      const last = send('message_delta', { delta: change, usage: { output_tokens: output } });
      return close() + last + send('message_stop', {});
    },
  };
}

/** As the API does it, every call has its result in the very next message, and every result its call before. */
function neutral(messages: readonly WireMessage[]): readonly Message[] {
  const said: Message[] = [];
  let open: ReadonlyMap<string, string> = new Map();
  for (const each of messages) {
    const blocks =
      typeof each.content === 'string' ? [{ type: 'text' as const, text: each.content }] : each.content;
    const text = blocks.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('');
    if (each.role === 'assistant') {
      if (said.length === 0)
        throw new RequestError('REQUEST_INVALID', 'the first message must be of the user');
      const calls = blocks.flatMap((block) =>
        block.type === 'tool_use' ? [{ id: block.id, name: block.name, input: block.input }] : [],
      );
      requireThoughts(
        calls.map(({ id }) => id),
        blocks.flatMap((block) => (block.type === 'thinking' ? [block.signature] : [])),
      );
      open = new Map(calls.map(({ id, name }) => [id, name]));
      said.push({ from: 'model', text, calls });
      continue;
    }
    const results = blocks.flatMap((block) => (block.type === 'tool_result' ? [block] : []));
    const missing = [...open.keys()].filter((id) => !results.some((result) => result.tool_use_id === id));
    if (missing.length > 0)
      throw new RequestError('REQUEST_INVALID', `tool_use ids without results: ${missing.join(', ')}`);
    const known = open;
    if (results.length > 0)
      said.push({ from: 'tools', results: results.map((result) => resultOf(result, known)) });
    if (text !== '') said.push({ from: 'person', text });
    open = new Map();
  }
  if (open.size > 0) throw new RequestError('REQUEST_INVALID', 'tool_use ids without results at the end');
  return said;
}

function requireThoughts(calls: readonly string[], signatures: readonly string[]): void {
  const missing = calls
    .flatMap((id) => signaturesOfCall.get(id) ?? [])
    .filter((signature) => !signatures.includes(signature));
  if (missing.length > 0)
    throw new RequestError('REQUEST_INVALID', 'expected the thinking blocks that led to the calls');
}

function resultOf(
  { tool_use_id: id, content, is_error: isError }: z.output<typeof toolResult>,
  open: ReadonlyMap<string, string>,
) {
  const name = open.get(id);
  if (name === undefined) throw new RequestError('REQUEST_INVALID', `unexpected tool_use_id: ${id}`);
  return { callId: id, name, content, isError: isError ?? false };
}
