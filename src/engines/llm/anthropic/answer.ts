/** The events of Anthropic's stream, read as parts of an answer. */
import type { ContentBlockParam, RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages';
import type { AnswerPart } from '../../../agent/ports/language-model.ts';
import type { AnthropicEcho } from './echo.ts';
import { inputObject, joinInput, parseInput } from '../call-input.ts';
import type { Subject } from '../subject.ts';

/** The block that is being written; the API writes one after the other. */
type OpenBlock =
  | { readonly type: 'text'; text: string }
  | { readonly type: 'thinking'; thinking: string; signature: string }
  | { readonly type: 'tool_use'; readonly id: string; readonly name: string; json: string };

export async function* anthropicParts(
  events: AsyncIterable<RawMessageStreamEvent>,
  { subject, echo }: { readonly subject: Subject; readonly echo: AnthropicEcho },
): AsyncGenerator<AnswerPart, void> {
  const content: ContentBlockParam[] = [];
  let open: OpenBlock | undefined;
  let input = 0;
  let cached = 0;
  let output = 0;
  let reason: string | null = null;
  for await (const event of events) {
    switch (event.type) {
      case 'message_start': {
        const { usage } = event.message;
        cached = usage.cache_read_input_tokens ?? 0;
        input = usage.input_tokens + (usage.cache_creation_input_tokens ?? 0) + cached;
        break;
      }
      case 'content_block_start': {
        const block = event.content_block;
        if (block.type === 'text') open = { type: 'text', text: '' };
        if (block.type === 'thinking') open = { type: 'thinking', thinking: '', signature: '' };
        if (block.type === 'tool_use') open = { type: 'tool_use', id: block.id, name: block.name, json: '' };
        if (block.type === 'redacted_thinking') content.push({ type: block.type, data: block.data });
        break;
      }
      case 'content_block_delta': {
        const { delta } = event;
        if (delta.type === 'text_delta' && open?.type === 'text') {
          open.text += delta.text;
          yield { kind: 'text', text: delta.text };
        }
        if (delta.type === 'thinking_delta' && open?.type === 'thinking') open.thinking += delta.thinking;
        if (delta.type === 'signature_delta' && open?.type === 'thinking') open.signature += delta.signature;
        if (delta.type === 'input_json_delta' && open?.type === 'tool_use')
          open.json = joinInput(subject, open.json, delta.partial_json);
        break;
      }
      case 'content_block_stop': {
        const block = open;
        open = undefined;
        if (block?.type === 'text' && block.text.trim() !== '') content.push(block);
        if (block?.type === 'thinking') content.push(block);
        if (block?.type !== 'tool_use') break;
        const { id, name, json } = block;
        const called = parseInput(json);
        content.push({ type: 'tool_use', id, name, input: inputObject(called) });
        yield { kind: 'call', call: { id, name, input: called } };
        break;
      }
      case 'message_delta':
        reason = event.delta.stop_reason ?? reason;
        output = event.usage.output_tokens;
        break;
      case 'message_stop':
        echo.keep(content);
        yield { kind: 'end', why: whyOf(reason), tokens: { input, cached, output } };
        break;
      default:
        // The API may gain further events.
        break;
    }
  }
}

function whyOf(reason: string | null): 'finished' | 'length' | 'refused' {
  if (reason === 'max_tokens' || reason === 'model_context_window_exceeded') return 'length';
  return reason === 'refusal' ? 'refused' : 'finished';
}
