import { describe, expect, it } from 'vitest';
import { splitSituation, withSituation } from '../../../../src/engines/llm/situation.ts';
import { prompt } from '../../../support/llm/llm-answer.ts';

const calls = [{ id: 'a', name: 'get_state', input: {} }];
const results = [{ callId: 'a', name: 'get_state', content: '21', isError: false }];

describe('withSituation', () => {
  it('goes with the newest words of the person, also while tools are called', () => {
    const asked = { from: 'person', text: 'How warm is it?' } as const;
    const later = [asked, { from: 'model', text: '', calls }, { from: 'tools', results }] as const;
    const [first, ...rest] = withSituation({ ...prompt, messages: later });
    expect(first).toEqual(withSituation({ ...prompt, messages: [asked] })[0]);
    expect(rest).toEqual(later.slice(1));
  });

  it('leaves earlier words alone', () => {
    const before = { from: 'person', text: 'Good evening.' } as const;
    const messages = withSituation({ ...prompt, messages: [before, ...prompt.messages] });
    expect(messages[0]).toBe(before);
  });

  it('can be told from the words again', () => {
    const [message] = withSituation(prompt);
    expect(splitSituation(message?.from === 'person' ? message.text : '')).toEqual({
      situation: 'It is Tuesday.',
      said: 'How warm is the office?',
    });
    expect(splitSituation('How warm is it?')).toEqual({ situation: '', said: 'How warm is it?' });
  });

  it('changes nothing where there is none', () => {
    const system = { stable: 'x', situation: '' };
    expect(withSituation({ ...prompt, system })).toBe(prompt.messages);
  });
});
