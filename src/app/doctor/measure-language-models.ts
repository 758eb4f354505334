/** How the configured language models do, measured with a prompt of the usual length and a made-up home. */
import type { AnswerPart, Prompt, ToolCall } from '../../agent/ports/language-model.ts';
import { startDeadline } from '../../core/abort.ts';
import type { Clock } from '../../core/clock.ts';
import { LanguageModelError } from '../../core/errors.ts';
import type { LanguageModelMeasurement } from '../../doctor/language-model.ts';
import { createProvider } from '../../engines/llm/create.ts';
import type { LlmSettings } from '../../engines/llm/options.ts';
import type { Provider } from '../../engines/llm/provider.ts';

export type MeasureOptions = { readonly clock: Clock; readonly signal: AbortSignal };

const lookMs = 10_000;
/** A large model is read from disk first. */
const warmMs = 300_000;

/** One provider after the other, in the order of the settings. */
export async function* measureLanguageModels(
  settings: LlmSettings,
  options: MeasureOptions,
): AsyncGenerator<LanguageModelMeasurement, void> {
  for (const each of settings.providers) {
    const windowTokens = each.kind === 'ollama' ? each.contextTokens : null;
    yield await measure(createProvider(each, settings), windowTokens, options);
  }
}

type Found = { -readonly [Key in keyof LanguageModelMeasurement]: LanguageModelMeasurement[Key] };

async function measure(
  provider: Provider,
  windowTokens: number | null,
  { clock, signal }: MeasureOptions,
): Promise<LanguageModelMeasurement> {
  const { name, isCloud } = provider;
  const found: Found = {
    name,
    isCloud,
    windowTokens,
    facts: null,
    firstWordMs: null,
    tool: null,
    offered: [],
    fault: null,
  };
  try {
    found.facts = await within(lookMs, provider, signal, (options) => provider.look(options));
    if (found.facts.canCallTools === false) return found;
    if (provider.warm)
      await within(warmMs, provider, signal, async (options) => await provider.warm?.(options));
    const cold = await firstWordMs(provider, clock, signal);
    found.firstWordMs = { cold, warm: await firstWordMs(provider, clock, signal) };
    found.tool = await tryTool(provider, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof LanguageModelError)) throw error;
    found.fault = error;
  }
  const isWrongName = found.fault?.code === 'LLM_REFUSED' || found.facts?.isListed === false;
  if (isWrongName) found.offered = await offeredBy(provider, signal);
  return found;
}

/** None where the key is the reason: then the provider does not tell. */
async function offeredBy(provider: Provider, signal: AbortSignal): Promise<readonly string[]> {
  try {
    return await within(lookMs, provider, signal, (options) => provider.offered(options));
  } catch {
    signal.throwIfAborted();
    return [];
  }
}

async function within<T>(
  limitMs: number,
  { name }: Provider,
  signal: AbortSignal,
  work: (options: { readonly signal: AbortSignal }) => Promise<T>,
): Promise<T> {
  using deadline = startDeadline(limitMs, signal);
  try {
    return await work({ signal: deadline.signal });
  } catch (error) {
    signal.throwIfAborted();
    if (!deadline.isOver) throw error;
    const message = `${name}: it did not answer within ${limitMs / 1_000} s`;
    throw new LanguageModelError('LLM_UNREACHABLE', message, { cause: error, retryable: true });
  }
}

const lampCount = 40;
const stable = [
  'You are a voice assistant. Answer in one short spoken sentence. To change a device call a tool; never claim to have done it otherwise.',
  'Devices:',
  ...Array.from(
    { length: lampCount },
    (_, index) => `- lamp ${index + 1}, a light in room ${index + 1}, off, brightness 0 %, 21.5 °C there`,
  ),
  '- desk lamp, a light in the study, off',
].join('\n');

const tool = {
  name: 'turn_on',
  description: 'Turns on one device of the home.',
  inputSchema: {
    type: 'object',
    properties: { device: { type: 'string', description: 'The name of the device.' } },
    required: ['device'],
    additionalProperties: false,
  },
};

const ask = (text: string): Prompt => ({
  system: { stable, situation: 'It is Monday, 18:30.' },
  messages: [{ from: 'person', text }],
  tools: [tool],
  maxTokens: 256,
});

async function firstWordMs(provider: Provider, clock: Clock, signal: AbortSignal): Promise<number> {
  const startMs = clock.monotonicMs();
  for await (const part of provider.answer(ask('Good evening! How are you?'), { signal }))
    if (part.kind !== 'end') return clock.monotonicMs() - startMs;
  return clock.monotonicMs() - startMs;
}

async function tryTool(
  provider: Provider,
  signal: AbortSignal,
): Promise<'called' | 'called-wrongly' | 'not-called'> {
  const prompt = ask('Turn on the desk lamp.');
  const { text, calls } = await answerOf(provider.answer(prompt, { signal }));
  if (calls.length === 0) return 'not-called';
  const results = calls.map(({ id, name }) => ({
    callId: id,
    name,
    content: 'The desk lamp is on.',
    isError: false,
  }));
  const messages = [
    ...prompt.messages,
    { from: 'model', text, calls } as const,
    { from: 'tools', results } as const,
  ];
  // Told the outcome it has to find an end.
  await answerOf(provider.answer({ ...prompt, messages }, { signal }));
  return calls.some(isRight) ? 'called' : 'called-wrongly';
}

function isRight({ name, input }: ToolCall): boolean {
  const device = typeof input === 'object' && input !== null && 'device' in input ? input.device : undefined;
  return name === tool.name && typeof device === 'string' && device.toLowerCase().includes('desk lamp');
}

async function answerOf(
  parts: AsyncIterable<AnswerPart>,
): Promise<{ text: string; calls: readonly ToolCall[] }> {
  let text = '';
  const calls: ToolCall[] = [];
  for await (const part of parts) {
    if (part.kind === 'text') text += part.text;
    if (part.kind === 'call') calls.push(part.call);
  }
  return { text, calls };
}
