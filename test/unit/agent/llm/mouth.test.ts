import { describe, expect, it } from 'vitest';
import { Mouth } from '../../../../src/agent/llm/mouth.ts';
import { SpeakableSentences } from '../../../../src/agent/llm/speakable-sentences.ts';

/** Every piece is a sentence. */
const whole = () => ({
  push: (text: string) => [text],
  begun: '',
  end: () => [],
});

function listenTo() {
  const said: string[] = [];
  return { said, mouth: new Mouth((text) => said.push(text), whole, 'en') };
}

describe('what is said of a model', () => {
  it('is passed on sentence by sentence, with a space between them', () => {
    const { said, mouth } = listenTo();
    mouth.hear('It is warm.');
    mouth.hear('The sun shines.');
    expect(said).toEqual(['It is warm.', ' The sun shines.']);
    expect(mouth.spoken).toBe('It is warm. The sun shines.');
    expect(mouth.hasWithheld).toBe(false);
  });

  it('is kept back where it claims a change, which the house tells itself', () => {
    const { said, mouth } = listenTo();
    mouth.hear("I've unlocked the front door.");
    mouth.tell('The front door is locked.');
    expect(said).toEqual(['The front door is locked.']);
    expect(mouth.hasWithheld).toBe(true);
  });

  it('may claim what only the model can know it changed', () => {
    const { mouth } = listenTo();
    mouth.allowClaims();
    mouth.hear("I've sent the message.");
    expect(mouth.spoken).toBe("I've sent the message.");
  });

  it('begins each answer with a cutter of its own', () => {
    let made = 0;
    const mouth = new Mouth(
      () => undefined,
      () => {
        made += 1;
        let held = '';
        return {
          push: (text) => {
            held += text;
            return [];
          },
          begun: '',
          end: () => (held === '' ? [] : [held]),
        };
      },
      'en',
    );
    mouth.hear('One');
    mouth.endAnswer();
    mouth.hear('Two');
    mouth.endAnswer();
    expect(mouth.spoken).toBe('One Two');
    expect(made).toBe(3);
  });
});

describe('the words of a sentence', () => {
  function listen() {
    const said: string[] = [];
    const mouth = new Mouth(
      (text) => said.push(text),
      () => new SpeakableSentences(),
      'en',
    );
    const hear = (...pieces: readonly string[]) => {
      for (const piece of pieces) mouth.hear(piece);
    };
    return { said, mouth, hear };
  }

  it('are said as they come', () => {
    const { said, mouth, hear } = listen();
    hear('Tomorrow ', 'the ', 'bin ', 'goes ', 'out. ', 'It ', 'rains.');
    mouth.endAnswer();
    expect(said).toEqual(['Tomorrow', ' the', ' bin', ' goes', ' out.', ' It', ' rains.']);
  });

  it('wait for the end where the sentence may become a claim', () => {
    const { said, mouth, hear } = listen();
    hear("I've", ' turned', ' on', ' the', ' lamp.', ' It', ' was', ' dark.');
    mouth.endAnswer();
    expect(said.join('')).toBe('It was dark.');
    expect(mouth.hasWithheld).toBe(true);
  });

  it('wait for the rest of a word that may be the first of a claim', () => {
    const { said, hear } = listen();
    hear('W');
    expect(said).toEqual([]);
    hear('arm');
    expect(said).toEqual(['Warm']);
  });

  it('lose the rest when the sentence became a claim after all', () => {
    const { mouth, hear } = listen();
    hear('The ', 'lamp ', 'has ', 'been ', 'turned ', 'on.');
    mouth.endAnswer();
    expect(mouth.spoken).toBe('The lamp');
    expect(mouth.hasWithheld).toBe(true);
  });

  it('wait for the end once the house told what was done', () => {
    const { said, mouth, hear } = listen();
    mouth.tell('Lamp on.');
    hear('The ', 'lamp ', 'has ', 'been ', 'turned ', 'on. ', 'Tomorrow ', 'rains.');
    mouth.endAnswer();
    expect(said).toEqual(['Lamp on.', ' Tomorrow rains.']);
  });

  it('are all said once, wherever they are cut', () => {
    const text = 'It is 3. May I be Dr. No? He said 3. Mai. We 1.5 p.m. So, i. e. **this**. Well… no';
    for (let size = 1; size < 12; size += 1) {
      const { mouth, hear } = listen();
      hear(...(text.match(new RegExp(`.{1,${size}}`, 'gu')) ?? []));
      mouth.endAnswer();
      expect(mouth.spoken).toBe(text.replaceAll('*', ''));
    }
  });
});
