import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../../../src/agent/understand/gist/marks.ts';
import { isRequest } from '../../../../../src/agent/understand/gist/request.ts';

/** `role` or `role:value`, in the order of a sentence. */
function asks(text: string): boolean {
  const marks = text.split(' ').map((part, start): Mark => {
    const [role = '', value = role] = part.split(':');
    return { role, value, start, end: start + 1 };
  });
  // The words are the values.
  return isRequest(
    marks,
    marks.map(({ value }) => value),
  );
}

describe('a sentence of known words', () => {
  it.each([
    ['an order', 'verb:down filler:the thing:light'],
    ['an order behind courtesies', 'filler:hey verb:down thing:light'],
    ['a polite wish', 'ask thing:light participle:off'],
    ['a remark with an order', 'filler:the thing:light be:is state:dimmer verb:put it color:red'],
    ['a thing and what it is to be', 'thing:light state:off'],
    ['a thing that is called', 'thing:robot verb:clean filler:the thing:floor'],
  ])('asks when it is %s', (_, marks) => {
    expect(asks(marks)).toBe(true);
  });

  it.each([
    ['a wish cut off', 'ask filler:the thing:light filler:to filler:be'],
    ['a remark', 'filler:the thing:light be:is state:off'],
    ['a remark about what was done', 'filler:the thing:light be:are verb:put task'],
    ['a question', 'be:is filler:the thing:light state:on ask'],
    ['a tale of others', 'it:they verb:off thing:light'],
    ['a tale', 'thing:light participle:off'],
    ['a statement', 'filler:the thing:light verb:on'],
    ['a statement of several', 'thing:lights verb:on'],
    ['a thing with an article, and no more', 'filler:the thing:light number:60'],
    ['for the speaker to do', 'verb:put filler:me verb:down thing:light'],
    ['a wish of others', 'it:they ask:want filler:the thing:light state:off'],
    ['cut off in front', 'filler:to verb:off thing:light'],
    ['cut off at its end', 'verb:off thing:light filler:and'],
    ['cut off before its noun', 'verb:vary thing:light filler:to filler:a state:down'],
    ['nothing', 'filler:please'],
  ])('does not ask when it is %s', (_, marks) => {
    expect(asks(marks)).toBe(false);
  });
});
