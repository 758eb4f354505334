import { describe, expect, it } from 'vitest';
import { parseGrammarFile } from '../../../../../src/agent/understand/grammar/grammar-file.ts';
import { compileGrammar } from '../../../../../src/agent/understand/grammar/matcher.ts';

const grammar = compileGrammar(
  parseGrammarFile(
    [
      'rule the = the | my',
      'list class',
      '  light = light[s]',
      '  switch = plug[s]',
      'frame command = [please] <sentence> [now]',
      'command turn_on',
      '  turn on [all [of]] [<the>] {class}',
      '  turn on [<the>] {name}',
      'command dim',
      '  dim [<the>] {name} to {percent} [percent]',
    ].join('\n'),
    'x',
  ),
);
const parse = (text: string) =>
  grammar
    .parse(text.split(' '))
    .map(
      ({ intent, captures }) =>
        `${intent} ${captures.map(({ slot, value }) => `${slot}=${value}`).join(' ')}`,
    );

describe('compileGrammar', () => {
  it('lists every way a sentence fits', () => {
    expect(parse('turn on the lights')).toEqual(['turn_on class=light', 'turn_on name=lights']);
  });

  it('needs the whole sentence', () => {
    expect(parse('he said turn on the')).toEqual([]);
    expect(parse('turn on')).toEqual([]);
    expect(parse('dim the lamp to')).toEqual([]);
  });

  it('allows what the frame puts around', () => {
    expect(parse('please turn on plugs now')).toContain('turn_on class=switch');
  });

  it('never lets an article begin a name', () => {
    expect(parse('dim my desk lamp to 25 percent')).toEqual(['dim name=desk lamp percent=25']);
  });

  it('takes percentages up to 100 only', () => {
    expect(parse('dim lamp to 100')).toEqual(['dim name=lamp percent=100']);
    expect(parse('dim lamp to 101')).toEqual([]);
  });

  it('does not look at sentences longer than any command', () => {
    expect(grammar.parse(['turn', 'on', ...Array.from({ length: 60 }, () => 'very')])).toEqual([]);
  });
});
