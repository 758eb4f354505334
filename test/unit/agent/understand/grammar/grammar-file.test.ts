import { describe, expect, it } from 'vitest';
import { parseGrammarFiles } from '../../../../../src/agent/understand/grammar/grammar-file.ts';
import { compileGrammar } from '../../../../../src/agent/understand/grammar/matcher.ts';

const mistakes: readonly (readonly [title: string, source: string, place: string])[] = [
  ['a broken template', 'command a\n  turn (on', '2:8'],
  ['an unknown list', 'command a\n  turn {colour}', '2:8'],
  ['an unknown rule', 'command a\n  turn <colour>', '2:8'],
  ['a rule that contains itself', 'rule a = x <b>\nrule b = y <a>', '2:12'],
  ['a line without a block', '  turn on', '1:1'],
  ['an unknown block', 'intent a\n  turn on', '1:1'],
  ['a tab', 'command a\n\tturn on', '2:1'],
  ['a list line without a value', 'list a\n  one', '2:1'],
  ['an ending of a rule', 'rule a ... [now]\n  turn on', '1:8'],
  ['a broken ending', 'command a ... [now\n  turn on', '1:15'],
  ['a rule that is there twice', 'rule a = x\nrule a = y', '2:1'],
];

describe('parseGrammarFiles', () => {
  it.each(mistakes)('names file, line and column of %s', (_, source, place) => {
    expect(() => parseGrammarFiles([{ name: 'en.sentences', text: source }])).toThrow(
      `en.sentences:${place}: `,
    );
  });

  it('lets every sentence of a block end as its first line says', () => {
    const source = 'command dim ... [now]\n  dim it\n  make it dark';
    const words = compileGrammar(parseGrammarFiles([{ name: 'x', text: source }]));
    const parsed = ['dim it', 'make it dark now', 'now dim it'].map(
      (text) => words.parse({ words: text.split(' '), fill: () => [] }).length,
    );
    expect(parsed).toEqual([1, 1, 0]);
  });

  it('reads rules, lists, frames and intents, and skips comments', () => {
    const source = [
      '# comment',
      'rule the = the | my   # articles',
      'list level',
      '  100 = full',
      'frame command = [please] <sentence>',
      'command dim',
      '  dim <the> {name} to {level}',
    ].join('\n');
    const grammar = parseGrammarFiles([{ name: 'x', text: source }]);
    expect([...grammar.rules.keys()]).toEqual(['the']);
    expect(grammar.lists.get('level')?.map(({ value }) => value)).toEqual(['100']);
    expect(grammar.frames.has('command')).toBe(true);
    expect(grammar.intents).toMatchObject([{ kind: 'command', name: 'dim', sentences: [{ line: 7 }] }]);
  });
});
