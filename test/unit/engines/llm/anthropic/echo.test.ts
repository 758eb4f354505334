import type { ContentBlockParam } from '@anthropic-ai/sdk/resources/messages';
import { describe, expect, it } from 'vitest';
import { AnthropicEcho } from '../../../../../src/engines/llm/anthropic/echo.ts';

const thought = { type: 'thinking', thinking: 'Hm.', signature: 'sig' } as const;
const called = (id: string) => ({ type: 'tool_use', id, name: 'get_state', input: {} }) as const;
const message = (id: string) =>
  ({ from: 'model', text: '', calls: [{ id, name: 'get_state', input: {} }] }) as const;

function echoOf(...contents: readonly (readonly ContentBlockParam[])[]): AnthropicEcho {
  const echo = new AnthropicEcho();
  for (const content of contents) echo.keep(content);
  return echo;
}

describe('AnthropicEcho', () => {
  it('gives a message back as it came, by its first call', () => {
    const content = [thought, called('a'), called('b')];
    expect(echoOf(content).of(message('a'))).toBe(content);
  });

  it('keeps nothing of messages without thoughts or without calls', () => {
    const echo = echoOf([called('a')], [thought, { type: 'text', text: 'Hello.' }]);
    expect(echo.of(message('a'))).toBeUndefined();
    expect(echo.of({ from: 'model', text: 'Hello.', calls: [] })).toBeUndefined();
    expect(echo.of({ from: 'person', text: 'Hello.' })).toBeUndefined();
  });

  it('forgets the oldest of many', () => {
    const ids = Array.from({ length: 65 }, (_, index) => `call_${index}`);
    const echo = echoOf(...ids.map((id) => [thought, called(id)]));
    expect(ids.filter((id) => echo.of(message(id)) === undefined)).toEqual(['call_0']);
  });
});
