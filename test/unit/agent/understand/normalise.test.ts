import { describe, expect, it } from 'vitest';
import { normalise } from '../../../../src/agent/understand/normalise.ts';

const cases: readonly (readonly [heard: string, plain: string])[] = [
  ['TURN ON THE LIGHTS.', 'turn on the lights'],
  ["What's the Outdoor Humidity?", 'what is the outdoor humidity'],
  ['don’t turn on the lamp', 'do not turn on the lamp'],
  ["isn't it on", 'is not it on'],
  ['set it to 25%', 'set it to 25 percent'],
  ['set it to twenty five percent', 'set it to 25 percent'],
  ['a hundred per cent', '100 percent'],
  ['two hundred and seven', '207'],
  ['twenty-one point five degrees', '21.5 degrees'],
  ['20.5 degrees.', '20.5 degrees'],
  ["the kitchen's lights", "the kitchen's lights"],
  ['um, turn, uh, on the living-room lamp!', 'turn on the living room lamp'],
  ['a lamp', 'a lamp'],
  ['its too dark', 'it is too dark'],
  ['its bright in here', 'it is bright in here'],
  ['set its bright light', 'set its bright light'],
  ['dont', 'do not'],
  ['I cant, it isnt', 'i can not it is not'],
  ['set it to its dark mode', 'set it to its dark mode'],
  ['change its brightness', 'change its brightness'],
  ["to it's maximum", 'to its maximum'],
  ['ill do it', 'i will do it'],
  ['I am feeling ill today', 'i am feeling ill today'],
  ['id like that', 'i would like that'],
  ['an id card', 'an id card'],
  ['lets go', 'let us go'],
  ['  ', ''],
];

describe('normalise', () => {
  it.each(cases)('writes %j as %j', (heard, plain) => {
    expect(normalise(heard).join(' ')).toBe(plain);
  });
});
