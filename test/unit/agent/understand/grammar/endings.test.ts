import { describe, expect, it } from 'vitest';
import { parseGrammarFiles } from '../../../../../src/agent/understand/grammar/grammar-file.ts';
import { compileGrammar } from '../../../../../src/agent/understand/grammar/matcher.ts';
import type { Lexicon } from '../../../../../src/agent/understand/grammar/open-slots.ts';

const grammar = compileGrammar(
  parseGrammarFiles([
    {
      name: 'x',
      text: [
        'rule cover = blind | <shade>',
        'rule shade = shade',
        'list thing',
        '  light = lamp | light [bulb]',
        '  cover = (roller;<cover>)',
        'command dim',
        '  dim {thing}s',
        '  show {thing}[s]',
        "  light up {name}'s corner",
      ].join('\n'),
    },
  ]),
);

function captured(text: string): readonly string[] {
  const words = text.split(' ');
  const lexicon: Lexicon = {
    words,
    fill: (slot, at) =>
      slot === 'name' && words[at]?.startsWith('anna') === true ? [{ end: at + 1, value: words[at] }] : [],
  };
  return grammar
    .parse(lexicon)
    .flatMap(({ clauses }) => clauses.flatMap(({ captures }) => captures.map(({ value }) => value)));
}

describe('letters behind a value', () => {
  it.each([
    ['dim lamps', 'light'],
    ['dim lights', 'light'],
    ['dim light bulbs', 'light'],
    ['dim roller blinds', 'cover'],
    ['dim shade rollers', 'cover'],
    ['show lamp', 'light'],
    ['show lamps', 'light'],
    ["light up anna's corner", 'anna'],
  ])('belong to its last word: "%s"', (text, value) => {
    expect(captured(text)).toEqual([value]);
  });

  it.each(['dim lamp', 'dim lights bulb', 'dim lamp s', 'light up anna corner'])(
    'must be there: "%s"',
    (text) => {
      expect(captured(text)).toEqual([]);
    },
  );

  it('are letters only', () => {
    const text = 'list thing\n  a = b\ncommand x\n  {thing}{thing}';
    expect(() => parseGrammarFiles([{ name: 'x', text }])).not.toThrow();
    const wrong = 'list thing\n  a = b\ncommand x\n  {thing}(s|<y>)';
    expect(() => parseGrammarFiles([{ name: 'x', text: wrong }])).toThrow(/only letters/);
  });
});
