import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpeakableSentences } from '../../../../src/agent/llm/speakable-sentences.ts';

function sentencesOf(pieces: readonly string[]): readonly string[] {
  const cutter = new SpeakableSentences();
  return [...pieces.flatMap((piece) => cutter.push(piece)), ...cutter.end()];
}

describe('SpeakableSentences', () => {
  it('gives a sentence as soon as the next one begins', () => {
    const cutter = new SpeakableSentences();
    expect(cutter.push('**The lamp** is on')).toEqual([]);
    expect(cutter.push('.')).toEqual([]);
    expect(cutter.push(' The')).toEqual(['The lamp is on.']);
    expect(cutter.end()).toEqual(['The']);
  });

  it('gives a question as soon as the next word begins, and all of its words before', () => {
    const cutter = new SpeakableSentences();
    expect(cutter.push('Which lamp? ')).toEqual([]);
    expect(cutter.begun).toBe('Which lamp?');
    expect(cutter.push('T')).toEqual(['Which lamp?']);
    expect(cutter.begun).toBe('T');
  });

  it('makes sentences of headings and of the items of a list', () => {
    expect(sentencesOf(['# Open\n- Garage\n- Gate\n'])).toEqual(['Open.', 'Garage.', 'Gate']);
  });

  it('says nothing of an answer that was thought only', () => {
    expect(sentencesOf(['<think>It is', ' on.', '</think>', '\n'])).toEqual([]);
  });

  it('begins anew for another answer after the end', () => {
    const cutter = new SpeakableSentences();
    expect([...cutter.push('One'), ...cutter.end()]).toEqual(['One']);
    expect(cutter.end()).toEqual([]);
  });

  it('gives the same sentences wherever the text is cut', () => {
    const fragment = fc.constantFrom(
      'It is 3',
      '.5',
      '. ',
      'Dr. Ada',
      '? ',
      '! ',
      '\n',
      '- ',
      'p.m. ',
      '**',
      '…',
      ' no',
      ' So',
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        expect(sentencesOf(text.split(''))).toEqual(sentencesOf([text]));
        expect(sentencesOf(parts)).toEqual(sentencesOf([text]));
      }),
    );
  });
});
