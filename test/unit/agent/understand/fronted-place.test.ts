import { describe, expect, it } from 'vitest';
import { placeLast } from '../../../../src/agent/understand/fronted-place.ts';

const isPlace = (text: string): boolean => ['kitchen', 'living room', 'living'].includes(text);
const moved = (text: string): string | undefined => placeLast(text.split(' '), isPlace)?.join(' ');

describe('a place before its command', () => {
  it.each([
    ['in the kitchen turn on the lights', 'turn on the lights in the kitchen'],
    ['in living room lights off', 'lights off in living room'],
    ['kitchen turn on the lights', 'turn on the lights in kitchen'],
    ['throughout the kitchen close the blinds', 'close the blinds throughout the kitchen'],
  ])('is put behind it: "%s"', (text, expected) => {
    expect(moved(text)).toBe(expected);
  });

  it.each([
    'turn on the lights in the kitchen',
    'in the attic turn on the lights',
    'in the kitchen light',
    'attic turn on the lights',
    'kitchen light turned on',
  ])('is not seen in "%s"', (text) => {
    expect(moved(text)).toBeUndefined();
  });
});
