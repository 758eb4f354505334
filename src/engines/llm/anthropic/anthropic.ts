/** Anthropic's messages API, by its official client. */
import type Anthropic from '@anthropic-ai/sdk';
import type {
  ContentBlockParam,
  MessageCreateParamsStreaming,
  MessageParam,
  TextBlockParam,
} from '@anthropic-ai/sdk/resources/messages';
import type { Message, Prompt } from '../../../agent/ports/language-model.ts';
import { anthropicParts } from './answer.ts';
import { connectAnthropic } from './client.ts';
import { AnthropicEcho } from './echo.ts';
import { type Quiet, quietOf, unknownQuiet } from './thinking.ts';
import { inputObject } from '../call-input.ts';
import { explainClient } from '../client-error.ts';
import { clientLooks } from '../client-looks.ts';
import { withExtraFields } from '../extra-fields.ts';
import { guardedAnswer } from '../guarded-answer.ts';
import type { ProviderSettings } from '../options.ts';
import type { Provider } from '../provider.ts';
import type { Subject } from '../subject.ts';

export function createAnthropic(settings: ProviderSettings, subject: Subject): Provider {
  let client: Promise<Anthropic> | undefined;
  const connect = (): Promise<Anthropic> => (client ??= connectAnthropic(settings.key, subject));
  const explain = (error: unknown) => explainClient(subject, error);
  const echo = new AnthropicEcho();
  /** Known from the first look on. */
  let quiet = unknownQuiet;
  return {
    name: subject.name,
    isCloud: subject.isCloud,
    load: async () => void (await connect()),
    answer: guardedAnswer({
      subject,
      explain,
      open: async function* (prompt, { signal }) {
        const { messages } = await connect();
        const request = requestOf(prompt, { model: subject.model, quiet, echo });
        const events = await messages.create(withExtraFields(request, settings.extraJson), { signal });
        yield* anthropicParts(events, { subject, echo });
      },
    }),
    ...clientLooks({
      subject,
      connect,
      explain,
      factsOf: async ({ models }, { signal }) => {
        const model = await models.retrieve(subject.model, {}, { signal });
        quiet = quietOf(model);
        return { contextTokens: model.max_input_tokens ?? null, canCallTools: null, isListed: true };
      },
      list: async ({ models }, { signal }) => await models.list({ limit: 100 }, { signal }),
    }),
  };
}

const cached = { cache_control: { type: 'ephemeral' } } as const;

type RequestParts = { readonly model: string; readonly quiet: Quiet; readonly echo: AnthropicEcho };

function requestOf(prompt: Prompt, { model, quiet, echo }: RequestParts): MessageCreateParamsStreaming {
  const { stable, situation } = prompt.system;
  const { thoughtTokens, ...quietFields } = quiet;
  const system: TextBlockParam[] = [];
  if (stable.trim() !== '') system.push({ type: 'text', text: stable, ...cached });
  if (situation.trim() !== '') system.push({ type: 'text', text: situation });
  return {
    model,
    max_tokens: prompt.maxTokens + thoughtTokens,
    stream: true,
    ...quietFields,
    ...(system.length > 0 && { system }),
    ...toolsOf(prompt),
    messages: messagesOf(prompt.messages, echo),
  };
}

/** The API refuses calls in the dialogue when there are no tools; none of those that are named then may be called. */
function toolsOf({ tools, messages }: Prompt): Pick<MessageCreateParamsStreaming, 'tools' | 'tool_choice'> {
  if (tools.length > 0)
    return {
      tools: tools.map(({ name, description, inputSchema }, index) => ({
        name,
        description,
        input_schema: { ...inputSchema, type: 'object' },
        // The cache holds everything up to a mark, and tools stand first.
        ...(index === tools.length - 1 && cached),
      })),
    };
  const called = messages.flatMap((message) => (message.from === 'model' ? message.calls : []));
  if (called.length === 0) return {};
  const names = [...new Set(called.map(({ name }) => name))];
  return {
    tools: names.map((name) => ({ name, description: 'No more.', input_schema: { type: 'object' } })),
    tool_choice: { type: 'none' },
  };
}

/** The API wants the person to begin, and refuses text of nothing but white space. */
function messagesOf(messages: readonly Message[], echo: AnthropicEcho): MessageParam[] {
  const first = messages.findIndex(({ from }) => from === 'person');
  return messages.slice(Math.max(0, first)).flatMap((message): MessageParam[] => {
    const content = echo.of(message) ?? contentOf(message);
    if (content.length === 0) return [];
    return [{ role: message.from === 'model' ? 'assistant' : 'user', content: [...content] }];
  });
}

function contentOf(message: Message): readonly ContentBlockParam[] {
  if (message.from === 'tools')
    return message.results.map(({ callId, content, isError }) => ({
      type: 'tool_result',
      tool_use_id: callId,
      content,
      ...(isError && { is_error: true }),
    }));
  const text: readonly ContentBlockParam[] =
    message.text.trim() === '' ? [] : [{ type: 'text', text: message.text }];
  if (message.from === 'person') return text;
  const calls = message.calls.map(({ id, name, input }): ContentBlockParam => ({
    type: 'tool_use',
    id,
    name,
    input: inputObject(input),
  }));
  return [...text, ...calls];
}
