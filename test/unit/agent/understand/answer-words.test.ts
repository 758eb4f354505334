import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../src/agent/understand/answer-words.ts';

describe('readAnswer', () => {
  it.each([
    ['Ja, bitte!', 'de-AT', 'yes'],
    ['lieber nicht', 'de', 'no'],
    ['D’accord.', 'fr', 'yes'],
    ['non merci', 'fr-CA', 'no'],
    ['¡Claro que sí!', 'es', 'yes'],
    ['mejor no', 'es', 'no'],
    ['doe maar', 'nl', 'yes'],
    ['laat maar', 'nl', 'no'],
  ])('takes "%s" (%s) as %s', (text, language, answer) => {
    expect(readAnswer(text, language)).toBe(answer);
  });

  it.each([
    ['ja aber nicht die Garage', 'de'],
    ['ich glaube ja', 'de'],
    ['ja', 'fr'],
    ['oui', 'pl'],
    ['', 'de'],
    ['sí, pero mañana', 'es'],
  ])('takes nothing from "%s" (%s)', (text, language) => {
    expect(readAnswer(text, language)).toBeNull();
  });
});
