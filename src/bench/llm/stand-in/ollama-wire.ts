/** Ollama's own API (`/api/chat` as NDJSON, `/api/tags`, `/api/show`, `/api/version`), as version 0.12 speaks it. */
import { z } from 'zod';
import type { Message, ToolCall, ToolResult } from '../../../agent/ports/language-model.ts';
import { RequestError } from '../../../core/errors.ts';
import {
  bearerOf,
  liftSituation,
  nextCallId,
  parseRequest,
  type StandInModel,
  type Wire,
  type WireReply,
  type WireStream,
} from './wire.ts';

const toolCall = z.strictObject({
  id: z.string().optional(),
  function: z.strictObject({ name: z.string(), arguments: z.record(z.string(), z.unknown()) }),
});

const message = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('system'), content: z.string() }),
  z.strictObject({ role: z.literal('user'), content: z.string() }),
  z.strictObject({
    role: z.literal('assistant'),
    content: z.string(),
    tool_calls: z.array(toolCall).min(1).optional(),
  }),
  z.strictObject({
    role: z.literal('tool'),
    content: z.string(),
    tool_name: z.string(),
    tool_call_id: z.string().optional(),
  }),
]);

const tool = z.strictObject({
  type: z.literal('function'),
  function: z.strictObject({
    name: z.string(),
    description: z.string(),
    parameters: z.looseObject({ type: z.literal('object') }),
  }),
});

const chatRequest = z.strictObject({
  model: z.string().min(1),
  messages: z.array(message),
  stream: z.boolean(),
  tools: z.array(tool).optional(),
  think: z.union([z.boolean(), z.enum(['low', 'medium', 'high'])]).optional(),
  keep_alive: z.union([z.number(), z.string()]).optional(),
  options: z
    .strictObject({
      num_ctx: z.int().min(1).optional(),
      num_predict: z.int().optional(),
      temperature: z.number().optional(),
    })
    .optional(),
});

const showRequest = z.strictObject({ model: z.string().min(1) });

type WireMessage = z.output<typeof message>;

export const ollamaWire: Wire = {
  kind: 'ollama',
  answerPath: '/api/chat',
  contentType: 'application/x-ndjson',
  keyOf: bearerOf,
  lookup: ({ method, path, body }, models) => {
    const place = `${method} ${path}`;
    if (place === 'GET /api/version') return { status: 200, body: { version: '0.12.6' } };
    if (place === 'GET /api/tags') return { status: 200, body: { models: models.map(listed) } };
    if (place !== 'POST /api/show') return undefined;
    const name = parseRequest(showRequest, body).model;
    const model = models.find((each) => each.name === name);
    return model ? { status: 200, body: shown(model) } : ollamaWire.refusal('model', name);
  },
  silent: (body, models) => {
    const { model, messages } = parseRequest(chatRequest, body);
    if (messages.length > 0) return undefined;
    if (!models.some(({ name }) => name === model)) return ollamaWire.refusal('model', model);
    return { status: 200, body: line(model, { done_reason: 'load', done: true }) };
  },
  read: (body) => {
    const request = parseRequest(chatRequest, body);
    if (!request.stream) throw new RequestError('REQUEST_INVALID', 'the answer is not streamed');
    return {
      model: request.model,
      ...liftSituation(systemTexts(request.messages), neutral(request.messages)),
      tools: (request.tools ?? []).map(({ function: { name, description, parameters } }) => ({
        name,
        description,
        inputSchema: parameters,
      })),
      maxTokens: request.options?.num_predict ?? null,
      cacheMarks: 0,
    };
  },
  begin,
  refusal: (why, model): WireReply => {
    const refusals = {
      key: { status: 401, body: { error: 'unauthorized' } },
      model: { status: 404, body: { error: `model '${model}' not found` } },
      limit: { status: 429, body: { error: 'you have reached your hourly usage limit' } },
      overload: {
        status: 503,
        body: { error: 'server busy, please try again.  maximum pending requests exceeded' },
      },
      'too-long': { status: 400, body: { error: 'the input length exceeds the context length' } },
      'no-tools': {
        status: 400,
        body: { error: `registry.ollama.ai/library/${model} does not support tools` },
      },
      invalid: { status: 400, body: { error: 'invalid request' } },
      unscripted: { status: 500, body: { error: 'the script has no turn for this request' } },
    } as const;
    return refusals[why];
  },
};

const systemTexts = (messages: readonly WireMessage[]): readonly string[] =>
  messages.flatMap(({ role, content }) => (role === 'system' ? [content] : []));

const line = (
  model: string,
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => ({
  model,
  created_at: new Date().toISOString(),
  message: { role: 'assistant', content: '' },
  ...fields,
});

function begin(model: string): WireStream {
  const send = (fields: Readonly<Record<string, unknown>>): string =>
    `${JSON.stringify(line(model, fields))}\n`;
  const say = (fields: Readonly<Record<string, unknown>>): string =>
    send({ message: { role: 'assistant', content: '', ...fields }, done: false });
  let callIndex = 0;
  return {
    start: () => '',
    piece: (piece) => {
      if (piece.kind === 'text') return say({ content: piece.text });
      if (piece.kind === 'thought') return say({ thinking: piece.text });
      const called = { index: callIndex++, name: piece.name, arguments: piece.input };
      return say({ tool_calls: [{ id: nextCallId('call'), function: called }] });
    },
    error: () => `${JSON.stringify({ error: 'an error was encountered while running the model' })}\n`,
    garbage: () => '{"model": no json\n',
    end: (why, tokens) =>
      send({
        done: true,
        done_reason: why === 'length' ? 'length' : 'stop',
        total_duration: 2_000_000,
        load_duration: 1_000_000,
        prompt_eval_count: tokens.input,
        prompt_eval_duration: 500_000,
        eval_count: tokens.output,
        eval_duration: 500_000,
      }),
  };
}

/** Results of tools stand in messages of their own here, and belong to the calls before them in their order. */
function neutral(messages: readonly WireMessage[]): readonly Message[] {
  const said: Message[] = [];
  let open: ToolCall[] = [];
  let results: ToolResult[] = [];
  for (const each of messages) {
    if (each.role === 'tool') {
      const call = open.shift();
      if (!call || call.name !== each.tool_name)
        throw new RequestError('REQUEST_INVALID', `a result of ${each.tool_name} that nobody called`);
      if (results.length === 0) said.push({ from: 'tools', results });
      results.push({ callId: call.id, name: call.name, content: each.content, isError: false });
      continue;
    }
    if (open.length > 0) throw new RequestError('REQUEST_INVALID', `no result of ${open[0]?.name ?? ''}`);
    results = [];
    if (each.role === 'user') said.push({ from: 'person', text: each.content });
    if (each.role !== 'assistant') continue;
    open = (each.tool_calls ?? []).map(({ id, function: called }) => ({
      id: id ?? nextCallId('made'),
      name: called.name,
      input: called.arguments,
    }));
    said.push({ from: 'model', text: each.content, calls: [...open] });
  }
  if (open.length > 0) throw new RequestError('REQUEST_INVALID', `no result of ${open[0]?.name ?? ''}`);
  return said;
}

const details = { format: 'gguf', family: 'qwen3', parameter_size: '8.2B', quantization_level: 'Q4_K_M' };

const listed = ({ name }: StandInModel): Readonly<Record<string, unknown>> => ({
  name,
  model: name,
  modified_at: '2026-01-01T00:00:00Z',
  size: 5_200_000_000,
  digest: 'a'.repeat(64),
  details,
});

const shown = ({ contextTokens, hasTools = true }: StandInModel): Readonly<Record<string, unknown>> => ({
  modelfile: '',
  template: '{{ .Prompt }}',
  details,
  model_info: {
    'general.architecture': 'qwen3',
    ...(contextTokens !== undefined && { 'qwen3.context_length': contextTokens }),
  },
  capabilities: ['completion', ...(hasTools ? ['tools'] : [])],
  modified_at: '2026-01-01T00:00:00Z',
});
