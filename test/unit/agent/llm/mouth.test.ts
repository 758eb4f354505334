import { describe, expect, it } from 'vitest';
import { Mouth } from '../../../../src/agent/llm/mouth.ts';

/** Every piece is a sentence. */
const whole = () => ({
  push: (text: string) => [text],
  end: () => [],
});

function listenTo() {
  const said: string[] = [];
  return { said, mouth: new Mouth((text) => said.push(text), whole) };
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
          end: () => (held === '' ? [] : [held]),
        };
      },
    );
    mouth.hear('One');
    mouth.endAnswer();
    mouth.hear('Two');
    mouth.endAnswer();
    expect(mouth.spoken).toBe('One Two');
    expect(made).toBe(3);
  });
});
