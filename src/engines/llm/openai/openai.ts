/** OpenAI's chat completions, and the many servers that speak them, by OpenAI's official client. */
import type OpenAI from 'openai';
import type {
  ChatCompletionChunk,
  ChatCompletionCreateParamsStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import type { AnswerPart, Prompt, TokenCount } from '../../../agent/ports/language-model.ts';
import { inputObject } from '../call-input.ts';
import { explainClient } from '../client-error.ts';
import { clientLooks } from '../client-looks.ts';
import { withExtraFields } from '../extra-fields.ts';
import { guardedAnswer } from '../guarded-answer.ts';
import { OpenaiCalls } from './calls.ts';
import { connectOpenai } from './client.ts';
import type { ProviderSettings } from '../options.ts';
import { type ModelFacts, type Provider, unknownFacts } from '../provider.ts';
import { withSituation } from '../situation.ts';
import type { Subject } from '../subject.ts';

export function createOpenai(settings: ProviderSettings, subject: Subject): Provider {
  let client: Promise<OpenAI> | undefined;
  const connect = (): Promise<OpenAI> => (client ??= connectOpenai(settings.key, subject));
  const explain = (error: unknown) => explainClient(subject, error);
  return {
    name: subject.name,
    isCloud: subject.isCloud,
    load: async () => void (await connect()),
    answer: guardedAnswer({
      subject,
      explain,
      open: async function* (prompt, { signal }) {
        const { chat } = await connect();
        const request = withExtraFields(requestOf(prompt, settings, subject), settings.extraJson);
        yield* partsOf(subject, await chat.completions.create(request, { signal }));
      },
    }),
    ...clientLooks({
      subject,
      connect,
      explain,
      factsOf: async ({ models }, { signal }) => {
        // The list of a provider in the cloud may have hundreds of models; servers at home have none but the list.
        if (subject.isCloud) return factsOf(await models.retrieve(subject.model, { signal }));
        const { data } = await models.list({ signal });
        return factsOf(data.find(({ id }) => id === subject.model));
      },
      list: async ({ models }, { signal }) => await models.list({ signal }),
    }),
  };
}

function factsOf(model: object | undefined): ModelFacts {
  if (!model) return { ...unknownFacts, isListed: false };
  // As vLLM, OpenRouter and LM Studio name it; OpenAI does not tell.
  const told = new Map<string, unknown>(Object.entries(model));
  const contextTokens = ['max_model_len', 'context_length', 'max_context_length']
    .map((name) => told.get(name))
    .find((value) => typeof value === 'number');
  return { contextTokens: contextTokens ?? null, canCallTools: null, isListed: true };
}

function requestOf(
  prompt: Prompt,
  { model, temperature }: ProviderSettings,
  { isOfficial }: Subject,
): ChatCompletionCreateParamsStreaming {
  const { maxTokens, tools } = prompt;
  return {
    model,
    stream: true,
    stream_options: { include_usage: true },
    messages: messagesOf(prompt),
    ...(tools.length > 0 && {
      tools: tools.map(({ name, description, inputSchema }) => ({
        type: 'function' as const,
        function: { name, description, parameters: { ...inputSchema, type: 'object' } },
      })),
    }),
    // OpenAI's newer models refuse the old name, most others know nothing else.
    ...(isOfficial ? { max_completion_tokens: maxTokens } : { max_tokens: maxTokens }),
    ...(temperature !== undefined && { temperature }),
  };
}

function messagesOf(prompt: Prompt): ChatCompletionMessageParam[] {
  const { stable } = prompt.system;
  const messages = withSituation(prompt).flatMap((message): ChatCompletionMessageParam[] => {
    if (message.from === 'person') return [{ role: 'user', content: message.text }];
    if (message.from === 'tools')
      return message.results.map(({ callId, content }) => ({ role: 'tool', tool_call_id: callId, content }));
    const calls = message.calls.map(({ id, name, input }) => ({
      id,
      type: 'function' as const,
      function: { name, arguments: JSON.stringify(inputObject(input)) },
    }));
    return [{ role: 'assistant', content: message.text, ...(calls.length > 0 && { tool_calls: calls }) }];
  });
  return stable === '' ? messages : [{ role: 'system', content: stable }, ...messages];
}

async function* partsOf(
  subject: Subject,
  chunks: AsyncIterable<ChatCompletionChunk>,
): AsyncGenerator<AnswerPart, void> {
  const calls = new OpenaiCalls(subject);
  let reason: string | null = null;
  let tokens: TokenCount | null = null;
  for await (const { choices, usage } of chunks) {
    // Counted in a chunk of its own behind the last words.
    if (usage) tokens = countOf(usage);
    const choice = choices?.[0];
    if (!choice) continue;
    const { content, tool_calls: pieces } = choice.delta ?? {};
    if (content) yield { kind: 'text', text: content };
    for (const piece of pieces ?? []) yield* calls.add(piece);
    if (!choice.finish_reason) continue;
    reason = choice.finish_reason;
    yield* calls.end();
  }
  if (reason !== null) yield { kind: 'end', why: whyOf(reason), tokens };
}

type Usage = NonNullable<ChatCompletionChunk['usage']>;

const countOf = ({ prompt_tokens, completion_tokens, prompt_tokens_details }: Usage): TokenCount => ({
  input: prompt_tokens,
  cached: prompt_tokens_details?.cached_tokens ?? 0,
  output: completion_tokens,
});

function whyOf(reason: string): 'finished' | 'length' | 'refused' {
  if (reason === 'length') return 'length';
  return reason === 'content_filter' ? 'refused' : 'finished';
}
