import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SentenceSplitter, splitSentences } from '../../../../src/engines/tts/sentences.ts';

const cut = (text: string) => splitSentences(text);
const bare = (text: string) => text.replaceAll(/\s/gu, '');

describe('a whole text', () => {
  it.each([
    ['two plain sentences', 'The lamp is on. The door is shut.', ['The lamp is on.', 'The door is shut.']],
    ['question and exclamation', 'Really?! Yes! Go on.', ['Really?!', 'Yes!', 'Go on.']],
    ['no end mark', 'Done', ['Done']],
    ['a closing quote', 'She said "stop." Then it stopped.', ['She said "stop."', 'Then it stopped.']],
    ['Chinese marks without spaces', '灯亮了。门关了！', ['灯亮了。', '门关了！']],
    [
      'Hindi and Arabic marks',
      'बत्ती जली। दरवाज़ा बंद है। هل الباب مغلق؟ نعم',
      ['बत्ती जली।', 'दरवाज़ा बंद है।', 'هل الباب مغلق؟', 'نعم'],
    ],
    ['lines without marks', 'Shopping list\nMilk\nBread', ['Shopping list', 'Milk', 'Bread']],
    ['an ellipsis before a capital', 'Well... That is it.', ['Well...', 'That is it.']],
    ['an hour before a capital', 'It rings at 7 p.m. Sleep well.', ['It rings at 7 p.m.', 'Sleep well.']],
    ['a number at the end', 'It is 21. The fan is off.', ['It is 21.', 'The fan is off.']],
    ['the word no', 'No. The door is shut.', ['No.', 'The door is shut.']],
  ])('is cut: %s', (_, text, sentences) => expect(cut(text)).toEqual(sentences));

  it.each([
    'It is 3.5 degrees in the cellar.',
    'Dr. Smith and Mrs. J. Jones are here.',
    'The alarm is set to 7 p.m. tomorrow.',
    'Ask e.g. Amy about the U.S. Open.',
    'Well… maybe it is... open.',
    'See www.example.com for more.',
    'Track no. 5 is playing.',
    'Der Wecker klingelt am 3. Mai um acht.',
    'Some lights, approx. half of them, are on.',
    '1. Milk',
    'The light in\nthe kitchen is on.',
    'Is 10:30 fine?',
  ])('stays whole: %s', (text) => expect(cut(text)).toEqual([text]));

  it('gives nothing for white space', () => expect(cut(' \n\t ')).toEqual([]));
});

describe('text that arrives in pieces', () => {
  it('gives a sentence as soon as the next one begins', () => {
    const splitter = new SentenceSplitter();
    expect(splitter.push('The lamp is on')).toEqual([]);
    expect(splitter.push('.')).toEqual([]);
    expect(splitter.push(' T')).toEqual(['The lamp is on.']);
    expect(splitter.flush()).toEqual(['T']);
  });

  it('gives a question as soon as a space follows its mark', () => {
    expect(new SentenceSplitter().push('Which lamp? ')).toEqual(['Which lamp?']);
  });

  it('gives a probable sentence when the text pauses', () => {
    const splitter = new SentenceSplitter();
    expect(splitter.push('The lamp is on.')).toEqual([]);
    expect(splitter.settle()).toEqual(['The lamp is on.']);
    expect(splitter.settle()).toEqual([]);
  });

  it.each(['It is 3.', 'Ask Dr.', 'At 7 p.m.', 'The lamp is', 'Track no. '])(
    'waits at a pause that decides nothing: %s',
    (text) => {
      const splitter = new SentenceSplitter();
      splitter.push(text);
      expect(splitter.settle()).toEqual([]);
      expect(splitter.flush()).toEqual([text.trim()]);
    },
  );

  const word = fc.constantFrom(
    'Lamp',
    'is',
    'on',
    'Dr.',
    '3.5',
    '21.',
    'p.m.',
    'no.',
    'a,',
    'Done!',
    'Why?"',
    '灯。',
    '"So',
    'x...',
    'U.S.',
    'end.',
    'and;',
    '\nNext',
    '- item',
  );
  const texts = fc.array(word, { minLength: 1, maxLength: 80 }).map((words) => words.join(' '));

  it('gives the same sentences however it is cut', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 }), (text, lengths) => {
        const splitter = new SentenceSplitter();
        const sentences: string[] = [];
        let offset = 0;
        for (const length of lengths) {
          sentences.push(...splitter.push(text.slice(offset, offset + length)));
          offset += length;
        }
        sentences.push(...splitter.push(text.slice(offset)), ...splitter.flush());
        expect(sentences).toEqual(cut(text));
      }),
    );
  });

  it('loses and adds no character but white space', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme', maxLength: 900 })), (text) => {
        expect(bare(cut(text).join(''))).toBe(bare(text));
      }),
    );
  });
});

describe('a very long sentence', () => {
  const clauses = 'the lamp in the hall is on, ';

  it('is cut at its clauses', () => {
    const pieces = cut(`${clauses.repeat(20)}and that is all.`);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(81);
      expect(piece).toMatch(/[,.]$/u);
    }
  });

  it('is cut between words when it has no clause', () => {
    const pieces = cut('lamp '.repeat(100));
    expect(pieces.every((piece) => piece.length <= 120 && /^(?:lamp ?)+$/u.test(piece))).toBe(true);
  });

  it('is cut before its end has come', () => {
    expect(new SentenceSplitter().push(clauses.repeat(4))).not.toEqual([]);
  });

  it('is never cut inside a character', () => {
    for (const piece of cut('💡'.repeat(300))) expect(piece).toMatch(/^(?:💡)+$/u);
  });
});

describe('a long text without an end', () => {
  it.each([
    ['dots that end nothing behind a long word', `${'x'.repeat(4_000)}${' . a'.repeat(990)}`],
    ['nothing but marks', '.'.repeat(8_000)],
    ['opening marks', `a.${'("'.repeat(3_990)}b`],
    ['wrapped lines', 'a\n'.repeat(4_000)],
    ['one word', 'a'.repeat(8_000)],
  ])('is cut while others wait, and nothing of it is lost: %s', (_, text) =>
    expect(bare(cut(text).join(''))).toBe(bare(text)),
  );
});
