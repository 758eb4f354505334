/**
 * Messages of the model as they came, for as long as its calls are carried out: the API wants thoughts back unchanged
 * with the results of the calls they led to, and nothing else of the program keeps thoughts.
 */
import type { ContentBlockParam } from '@anthropic-ai/sdk/resources/messages';
import type { Message } from '../../../agent/ports/language-model.ts';

/** Several rooms in the middle of several calls each; a forgotten one costs one refused answer. */
const mostKept = 64;

export class AnthropicEcho {
  /** By the id of the first call, oldest first. */
  readonly #kept = new Map<string, readonly ContentBlockParam[]>();

  keep(content: readonly ContentBlockParam[]): void {
    const call = content.find(({ type }) => type === 'tool_use');
    const hasThoughts = content.some(({ type }) => type === 'thinking' || type === 'redacted_thinking');
    if (call?.type !== 'tool_use' || !hasThoughts) return;
    this.#kept.set(call.id, content);
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size > mostKept) this.#kept.delete(oldest);
  }

  /** Undefined when the message had no thoughts, or is of another provider. */
  of(message: Message): readonly ContentBlockParam[] | undefined {
    const [call] = message.from === 'model' ? message.calls : [];
    return call && this.#kept.get(call.id);
  }
}
