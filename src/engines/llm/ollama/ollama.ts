/** Ollama, by its own client. */
import type { ChatRequest, ChatResponse, Message as OllamaMessage, Tool } from 'ollama';
import type { AnswerPart, Prompt, ToolDescription } from '../../../agent/ports/language-model.ts';
import { inputObject } from '../call-input.ts';
import { explained } from '../explained.ts';
import { withExtraFields } from '../extra-fields.ts';
import { guardedAnswer } from '../guarded-answer.ts';
import { madeCallId } from '../made-call-id.ts';
import { connectOllama, loadOllama } from './client.ts';
import { ollamaFacts } from './facts.ts';
import { explainOllama } from './fetch.ts';
import type { ProviderSettings } from '../options.ts';
import type { Provider } from '../provider.ts';
import { withSituation } from '../situation.ts';
import type { Subject } from '../subject.ts';

export function createOllama(settings: ProviderSettings, subject: Subject): Provider {
  const explain = (error: unknown) => explainOllama(subject, error);
  const options = {
    num_ctx: settings.contextTokens,
    ...(settings.temperature !== undefined && { temperature: settings.temperature }),
  };
  /** Loading and answering name the same window: Ollama loads a model anew for another one. */
  const common = { model: subject.model, keep_alive: settings.keepAliveS, options };
  return {
    name: subject.name,
    isCloud: subject.isCloud,
    load: loadOllama,
    answer: guardedAnswer({
      subject,
      explain,
      open: async function* (prompt, { signal }) {
        const client = await connectOllama(settings.key, subject, signal);
        const request: ChatRequest & { stream: true } = {
          ...common,
          messages: messagesOf(prompt),
          ...(prompt.tools.length > 0 && { tools: prompt.tools.map(toolOf) }),
          stream: true,
          // Thoughts are not spoken, and a person waits.
          think: false,
          options: { ...options, num_predict: prompt.maxTokens },
        };
        yield* partsOf(await client.chat(withExtraFields(request, settings.extraJson)));
      },
    }),
    look: ({ signal }) =>
      explained(
        async () => {
          const client = await connectOllama(settings.key, subject, signal);
          return ollamaFacts(await client.show({ model: subject.model }));
        },
        { explain, signal },
      ),
    offered: ({ signal }) =>
      explained(
        async () => {
          const { models } = await (await connectOllama(settings.key, subject, signal)).list();
          return models.map(({ name }) => name);
        },
        { explain, signal },
      ),
    warm: ({ signal }) =>
      explained(
        async () => {
          const client = await connectOllama(settings.key, subject, signal);
          await client.chat({ ...common, messages: [], stream: false });
        },
        { explain, signal },
      ),
  };
}

function messagesOf(prompt: Prompt): OllamaMessage[] {
  const { stable } = prompt.system;
  const messages = withSituation(prompt).flatMap((message): OllamaMessage[] => {
    if (message.from === 'person') return [{ role: 'user', content: message.text }];
    if (message.from === 'tools')
      return message.results.map(({ name, content }) => ({ role: 'tool', tool_name: name, content }));
    const calls = message.calls.map(({ name, input }) => ({
      function: { name, arguments: inputObject(input) },
    }));
    return [{ role: 'assistant', content: message.text, ...(calls.length > 0 && { tool_calls: calls }) }];
  });
  return stable === '' ? messages : [{ role: 'system', content: stable }, ...messages];
}

const toolOf = ({ name, description, inputSchema }: ToolDescription): Tool => ({
  type: 'function',
  function: { name, description, parameters: { ...inputSchema, type: 'object' } },
});

async function* partsOf(chunks: AsyncIterable<ChatResponse>): AsyncGenerator<AnswerPart, void> {
  for await (const chunk of chunks) {
    const { content, tool_calls: calls } = chunk.message;
    if (content !== '') yield { kind: 'text', text: content };
    for (const call of calls ?? []) {
      const { name, arguments: input } = call.function;
      // Newer versions name their calls; the client's types do not.
      const id = 'id' in call && typeof call.id === 'string' ? call.id : madeCallId();
      yield { kind: 'call', call: { id, name, input } };
    }
    if (!chunk.done) continue;
    yield {
      kind: 'end',
      why: chunk.done_reason === 'length' ? 'length' : 'finished',
      // Left out when all of the prompt was in its cache; how much was is not told otherwise.
      tokens: { input: chunk.prompt_eval_count ?? 0, cached: 0, output: chunk.eval_count ?? 0 },
    };
  }
}
