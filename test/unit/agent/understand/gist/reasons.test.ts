import { describe, expect, it } from 'vitest';
import { withoutReason } from '../../../../../src/agent/understand/gist/reasons.ts';

const lines = (text: string) =>
  withoutReason(text.split(' '), (word) => word === 'bedroom').map((words) => words.join(' '));

describe('an order without its reason', () => {
  it.each([
    ['i made a mess please send the robot', 'please send the robot'],
    ['the party is over so can you dim the lights', 'so can you dim the lights'],
    ['my head hurts please dim the lights', 'please dim the lights'],
    ['the cat left some hairs please send the robot', 'please send the robot'],
    ['i am bored change the colour', 'change the colour'],
    ['dim the lights because my head is pounding', 'dim the lights'],
    ['raise the light i am not comfortable', 'raise the light'],
    ['dim the lamps they are hurting my eyes', 'dim the lamps'],
    ['turn on the lights i need to find my keys', 'turn on the lights'],
    ['i can not find my keys turn on the lights', 'turn on the lights'],
    ['turn it up so we do not miss the end', 'turn it up'],
    ['turn it down i can not hear myself think', 'turn it down'],
  ])('is left of "%s"', (text, order) => {
    expect(lines(text)).toContain(order);
  });

  it.each([
    'dim the lights',
    'we are watching them turn off the lights',
    'i am about to turn off the lights',
    'i am always told please dim the lights',
    'the bedroom is dark please dim the lights',
    'dim the lights because the bedroom is dark',
    'the sign reads please dim the lights',
    'our neighbour complained please dim the lights',
    'the sign at the door warns please dim the lights',
    'dim the lights because no wait leave them',
    'dim the lights i am joking',
    'dim the lights i am lying',
    'dim the lights it is only a joke',
    'dim the lights i want to say',
    'dim the lights i need on',
    'i can not quickly dim the lights',
    'i can not see him dim the lights',
    'dim the lights it is what she said',
  ])('is not taken out of "%s"', (text) => {
    expect(lines(text)).toEqual([]);
  });
});
