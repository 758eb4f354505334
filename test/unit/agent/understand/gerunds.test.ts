import { describe, expect, it } from 'vitest';
import { openGerund } from '../../../../src/agent/understand/gerunds.ts';

const open = (text: string) => openGerund(text.split(' ')).join(' ');

describe('openGerund', () => {
  it.each([
    ['would you mind turning on the light', 'would you mind to turn on the light'],
    ['do you mind switching it off', 'do you mind to switch it off'],
    ['would you mind putting the fan on', 'would you mind to put the fan on'],
    ['would you mind closing the door', 'would you mind to close the door'],
    ['do you mind opening the door', 'do you mind to open the door'],
    ['would you mind stopping the music', 'would you mind to stop the music'],
    ['it is dark mind increasing the light', 'it is dark mind to increase the light'],
    ['how about reducing the glare', 'how about to reduce the glare'],
  ])('opens %j', (text, opened) => {
    expect(open(text)).toBe(opened);
  });

  it('leaves other gerunds alone', () => {
    expect(open('turning on the light was a mistake')).toBe('turning on the light was a mistake');
    expect(open('do you mind singing')).toBe('do you mind singing');
  });
});
