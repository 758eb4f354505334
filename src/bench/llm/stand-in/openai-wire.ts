/** The chat completions API of OpenAI (`/v1/chat/completions` as server-sent events, `/v1/models`), as its many heirs speak it. */
import { z } from 'zod';
import type { Message, ToolResult } from '../../../agent/ports/language-model.ts';
import { RequestError } from '../../../core/errors.ts';
import {
  bearerOf,
  jsonPieces,
  liftSituation,
  nextCallId,
  parseRequest,
  sse,
  type Wire,
  type WireReply,
  type WireStream,
} from './wire.ts';

const toolCall = z.strictObject({
  id: z.string().min(1),
  type: z.literal('function'),
  function: z.strictObject({ name: z.string(), arguments: z.string() }),
});

const message = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('system'), content: z.string() }),
  z.strictObject({ role: z.literal('user'), content: z.string() }),
  z.strictObject({
    role: z.literal('assistant'),
    content: z.string().nullable(),
    tool_calls: z.array(toolCall).min(1).optional(),
  }),
  z.strictObject({ role: z.literal('tool'), tool_call_id: z.string(), content: z.string() }),
]);

const tool = z.strictObject({
  type: z.literal('function'),
  function: z.strictObject({
    name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
    description: z.string(),
    parameters: z.looseObject({ type: z.literal('object') }),
  }),
});

const completionRequest = z.strictObject({
  model: z.string().min(1),
  messages: z.array(message).min(1),
  stream: z.literal(true),
  stream_options: z.strictObject({ include_usage: z.boolean() }).optional(),
  tools: z.array(tool).min(1).optional(),
  max_tokens: z.int().min(1).optional(),
  max_completion_tokens: z.int().min(1).optional(),
  temperature: z.number().min(0).max(2).optional(),
  reasoning_effort: z.enum(['none', 'minimal', 'low', 'medium', 'high']).optional(),
  chat_template_kwargs: z.record(z.string(), z.unknown()).optional(),
});

type WireMessage = z.output<typeof message>;

export const openaiWire: Wire = {
  kind: 'openai',
  answerPath: '/v1/chat/completions',
  contentType: 'text/event-stream; charset=utf-8',
  keyOf: bearerOf,
  lookup: ({ method, path }, models) => {
    if (method !== 'GET' || !path.startsWith('/v1/models')) return undefined;
    const data = models.map(({ name, contextTokens }) => ({
      id: name,
      object: 'model',
      created: 1_767_225_600,
      owned_by: 'stand-in',
      ...(contextTokens !== undefined && { max_model_len: contextTokens }),
    }));
    if (path === '/v1/models') return { status: 200, body: { object: 'list', data } };
    const name = decodeURIComponent(path.slice('/v1/models/'.length));
    const model = data.find(({ id }) => id === name);
    return model ? { status: 200, body: model } : openaiWire.refusal('model', name);
  },
  read: (body) => {
    const request = parseRequest(completionRequest, body);
    return {
      model: request.model,
      ...liftSituation(systemTexts(request.messages), neutral(request.messages)),
      tools: (request.tools ?? []).map(({ function: { name, description, parameters } }) => ({
        name,
        description,
        inputSchema: parameters,
      })),
      maxTokens: request.max_completion_tokens ?? request.max_tokens ?? null,
      cacheMarks: 0,
    };
  },
  begin,
  refusal: (why, model): WireReply => {
    const refuse = (status: number, code: string, text: string): WireReply => ({
      status,
      body: { error: { message: text, type: 'invalid_request_error', param: null, code } },
    });
    switch (why) {
      case 'key':
        return refuse(401, 'invalid_api_key', 'Incorrect API key provided.');
      case 'model':
        return refuse(
          404,
          'model_not_found',
          `The model \`${model}\` does not exist or you do not have access to it.`,
        );
      case 'limit':
        return refuse(429, 'rate_limit_exceeded', 'Rate limit reached for requests per minute.');
      case 'overload':
        return refuse(
          503,
          'server_overloaded',
          'The engine is currently overloaded, please try again later.',
        );
      case 'too-long':
        return refuse(400, 'context_length_exceeded', "This model's maximum context length is 8192 tokens.");
      case 'no-tools':
        return refuse(400, 'unsupported_parameter', 'This model does not support tools.');
      case 'invalid':
        return refuse(400, 'invalid_request', 'The request could not be understood.');
      case 'unscripted':
        return refuse(500, 'unscripted', 'The script has no turn for this request.');
    }
  },
};

const systemTexts = (messages: readonly WireMessage[]): readonly string[] =>
  messages.flatMap((each) => (each.role === 'system' ? [each.content] : []));

function begin(model: string): WireStream {
  const id = nextCallId('chatcmpl');
  const head = { id, object: 'chat.completion.chunk', created: 1_767_225_600, model };
  const chunk = (delta: Readonly<Record<string, unknown>>, reason: string | null = null): string =>
    sse({ ...head, choices: [{ index: 0, delta, logprobs: null, finish_reason: reason }] });
  let callCount = 0;
  return {
    start: () => chunk({ role: 'assistant', content: '', refusal: null }),
    piece: (piece) => {
      if (piece.kind === 'text') return chunk({ content: piece.text });
      if (piece.kind === 'thought') return chunk({ reasoning_content: piece.text });
      const index = callCount++;
      const called = {
        index,
        id: nextCallId('call'),
        type: 'function',
        function: { name: piece.name, arguments: '' },
      };
      const input = jsonPieces(piece.input).map((text) =>
        chunk({ tool_calls: [{ index, function: { arguments: text } }] }),
      );
      return chunk({ tool_calls: [called] }) + input.join('');
    },
    error: () =>
      sse({ error: { message: 'The server had an error.', type: 'server_error', param: null, code: null } }),
    garbage: () => sse('{"id": no json'),
    end: (why, { input, cached, output }) => {
      const finished = callCount > 0 ? 'tool_calls' : 'stop';
      const reason = { finished, length: 'length', refused: 'content_filter' }[why];
      const usage = {
        prompt_tokens: input,
        completion_tokens: output,
        total_tokens: input + output,
        prompt_tokens_details: { cached_tokens: cached },
      };
      return chunk({}, reason) + sse({ ...head, choices: [], usage }) + sse('[DONE]');
    },
  };
}

/** As the API does it, a call without a result right behind it is refused, and a result without its call too. */
function neutral(messages: readonly WireMessage[]): readonly Message[] {
  const said: Message[] = [];
  let open = new Map<string, string>();
  let results: ToolResult[] = [];
  for (const each of messages) {
    if (each.role === 'tool') {
      const name = open.get(each.tool_call_id);
      if (name === undefined)
        throw new RequestError('REQUEST_INVALID', `a result without a call: ${each.tool_call_id}`);
      open.delete(each.tool_call_id);
      if (results.length === 0) said.push({ from: 'tools', results });
      results.push({ callId: each.tool_call_id, name, content: each.content, isError: false });
      continue;
    }
    if (open.size > 0)
      throw new RequestError('REQUEST_INVALID', `calls without a result: ${[...open.keys()].join(', ')}`);
    results = [];
    if (each.role === 'user') said.push({ from: 'person', text: each.content });
    if (each.role !== 'assistant') continue;
    const calls = (each.tool_calls ?? []).map(({ id, function: called }) => ({
      id,
      name: called.name,
      input: parsedInput(called.arguments),
    }));
    open = new Map(calls.map(({ id, name }) => [id, name]));
    said.push({ from: 'model', text: each.content ?? '', calls });
  }
  if (open.size > 0)
    throw new RequestError('REQUEST_INVALID', `calls without a result: ${[...open.keys()].join(', ')}`);
  return said;
}

function parsedInput(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RequestError('REQUEST_INVALID', 'the input of a call is no JSON', { cause });
  }
}
