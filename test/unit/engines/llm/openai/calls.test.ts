import { describe, expect, it } from 'vitest';
import { OpenaiCalls } from '../../../../../src/engines/llm/openai/calls.ts';
import { llmOptions } from '../../../../../src/engines/llm/options.ts';
import { subjectOf } from '../../../../../src/engines/llm/subject.ts';

const settings = llmOptions.parse({ providers: [{ kind: 'openai', model: 'm', key: 'k' }] });
const subject = subjectOf(settings.providers[0]!);

type Piece = Parameters<OpenaiCalls['add']>[0];

function read(...pieces: readonly Piece[]) {
  const calls = new OpenaiCalls(subject);
  const parts = [...pieces.flatMap((piece) => [...calls.add(piece)]), ...calls.end()];
  return parts.flatMap((part) => (part.kind === 'call' ? [part.call] : []));
}

const begin = (index: number, id: string, text = ''): Piece => ({
  index,
  id,
  function: { name: 'f', arguments: text },
});
const more = (index: number, text: string): Piece => ({ index, function: { arguments: text } });

describe('OpenaiCalls', () => {
  it('joins the pieces of parallel calls', () => {
    expect(read(begin(0, 'a'), more(0, '{"x"'), more(0, ':1}'), begin(1, 'b'), more(1, '{"x":2}'))).toEqual([
      { id: 'a', name: 'f', input: { x: 1 } },
      { id: 'b', name: 'f', input: { x: 2 } },
    ]);
  });

  it('tells calls apart by their ids where a server counts all as the first', () => {
    expect(read(begin(0, 'a', '{"x":1}'), begin(0, 'b', '{"x":2}')).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('takes a call whose pieces all carry id and name as one', () => {
    expect(read(begin(0, 'a', '{"x"'), begin(0, 'a', ':1}'))).toEqual([
      { id: 'a', name: 'f', input: { x: 1 } },
    ]);
  });

  it('makes an id and an empty input where a server has none', () => {
    const [call] = read({ function: { name: 'f' } });
    expect(call).toMatchObject({ name: 'f', input: {} });
    expect(call?.id).toMatch(/^call_[0-9a-f]{32}$/u);
  });

  it('hands on input that is no JSON as it is, for the tool to refuse', () => {
    expect(read(begin(0, 'a', '{"x": on'))).toEqual([{ id: 'a', name: 'f', input: '{"x": on' }]);
  });

  it('stops a call that never ends', () => {
    const calls = new OpenaiCalls(subject);
    const feed = (piece: Piece) => Array.from(calls.add(piece));
    feed(begin(0, 'a'));
    const flood = () => {
      for (let count = 0; count < 300; count += 1) feed(more(0, 'x'.repeat(1_000)));
    };
    expect(flood).toThrow('without end');
  });
});
