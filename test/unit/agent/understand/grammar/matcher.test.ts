import { describe, expect, it } from 'vitest';
import { parseGrammarFiles } from '../../../../../src/agent/understand/grammar/grammar-file.ts';
import { type Capture, compileGrammar } from '../../../../../src/agent/understand/grammar/matcher.ts';
import type { Lexicon } from '../../../../../src/agent/understand/grammar/open-slots.ts';

const grammar = compileGrammar(
  parseGrammarFiles([
    {
      name: 'x',
      text: [
        'rule the = the | my',
        'list class',
        '  light = light[s]',
        '  switch = plug[s]',
        'target thing',
        '  [<the>] {class}',
        '  [<the>] {name}',
        'frame command = [please] <sentence> [and <sentence>]',
        'skip words = kindly | if you like',
        'command turn_on',
        '  turn on [all [of]] <thing>',
        '  (put;on;<thing>)',
        'command dim',
        '  dim <thing> to {0..100,5:level} [percent]',
        '  dim <thing> {number:@by}',
      ].join('\n'),
    },
  ]),
);

/** A home in which "lamp" and "desk lamp" are names. */
const lexicon = (text: string): Lexicon => {
  const words = text.split(' ');
  return {
    words,
    fill: (slot, at) =>
      slot === 'number'
        ? /^\d+$/.test(words[at] ?? '')
          ? [{ end: at + 1, value: words[at] ?? '' }]
          : []
        : [1, 2]
            .map((count) => ({ end: at + count, value: words.slice(at, at + count).join(' ') }))
            .filter(({ value }) => ['lamp', 'desk lamp'].includes(value)),
  };
};

const show = ({ slot, value, inside }: Capture): string =>
  inside.length > 0 ? `${slot}(${inside.map(show).join(' ')})` : `${slot}=${value}`;

const parse = (text: string) =>
  grammar
    .parse(lexicon(text))
    .map(({ clauses }) =>
      clauses.map(({ intent, captures }) => `${intent} ${captures.map(show).join(' ')}`).join(' + '),
    );

describe('compileGrammar', () => {
  it('keeps what is said of a target together', () => {
    expect(parse('turn on the lights')).toEqual(['turn_on target(class=light)']);
    expect(parse('please turn on all of my desk lamp')).toEqual(['turn_on target(name=desk lamp)']);
  });

  it('needs the whole sentence', () => {
    expect(parse('he said turn on the lamp')).toEqual([]);
    expect(parse('turn on')).toEqual([]);
    expect(parse('dim the lamp to')).toEqual([]);
  });

  it('takes the parts of a permutation in any order', () => {
    expect(parse('on the lamp put')).toEqual(['turn_on target(name=lamp)']);
    expect(parse('put on the lamp')).toEqual(['turn_on target(name=lamp)']);
  });

  it('reads several sentences in one', () => {
    expect(parse('turn on the lamp and dim the light to 20')).toEqual([
      'turn_on target(name=lamp) + dim target(class=light) level=20',
    ]);
  });

  it('takes numbers of a range and its step only', () => {
    expect(parse('dim lamp to 100')).toEqual(['dim target(name=lamp) level=100']);
    expect(parse('dim lamp to 101')).toEqual([]);
    expect(parse('dim lamp to 52')).toEqual([]);
  });

  it('marks what is captured without being a slot', () => {
    expect(parse('dim lamp 52')).toEqual(['dim target(name=lamp) @by=52']);
  });

  it('names the template a sentence fits', () => {
    expect(grammar.parse(lexicon('dim lamp to 5'))[0]?.clauses[0]?.source).toBe('x:14');
  });

  it('leaves out courtesies where asked to', () => {
    expect(grammar.withoutCourtesy('kindly turn on the lamp if you like'.split(' '))).toEqual(
      'turn on the lamp'.split(' '),
    );
  });

  it('takes a sentence of another kind where a frame names it', () => {
    const mixed = compileGrammar(
      parseGrammarFiles([
        {
          name: 'x',
          text: [
            'frame command = <sentence> [and <timer_sentence>]',
            'command turn_on',
            '  turn on',
            'timer start',
            '  start [it]',
          ].join('\n'),
        },
      ]),
    );
    const kinds = (text: string) =>
      mixed.parse(lexicon(text)).map(({ clauses }) => clauses.map(({ kind }) => kind));
    expect(kinds('turn on and start it')).toEqual([['command', 'timer']]);
    expect(kinds('start it and turn on')).toEqual([]);
  });

  it('counts two ways around the same sentence as one', () => {
    const polite = compileGrammar(
      parseGrammarFiles([
        { name: 'x', text: 'frame command = [please|(please|now)] <sentence>\ncommand go\n  go' },
      ]),
    );
    expect(polite.parse(lexicon('please go'))).toHaveLength(1);
  });

  it('looks up in the home only what may stand at a place', () => {
    const asked = new Set<string>();
    const home = lexicon('turn on the lamp');
    const watched: Lexicon = {
      ...home,
      fill(slot, at) {
        asked.add(`${slot} ${at}`);
        return home.fill(slot, at);
      },
    };
    expect(grammar.parse(watched)).toHaveLength(1);
    expect([...asked].sort()).toEqual(['name 0', 'name 2', 'name 3']);
  });

  it('knows all its words', () => {
    expect([...grammar.vocabulary]).toEqual(expect.arrayContaining(['lights', 'plug', 'kindly', 'percent']));
    expect(grammar.vocabulary.has('name')).toBe(false);
  });

  it('does not look at sentences longer than any command', () => {
    expect(parse(`turn on the lamp ${'very '.repeat(60)}`)).toEqual([]);
  });
});
