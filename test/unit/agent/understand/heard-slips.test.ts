import { describe, expect, it } from 'vitest';
import { withoutSlips } from '../../../../src/agent/understand/heard-slips.ts';

const mended = (text: string) => withoutSlips(text.split(' ')).join(' ');

describe('slips of the recogniser', () => {
  it.each([
    ['ton on the shed light', 'turn on the shed light'],
    ['turn on on the shed light', 'turn on the shed light'],
    ['switch off the the shed light', 'switch off the shed light'],
    ['can you can you dim dim the shed light', 'can you dim the shed light'],
    ['please turn of the shed light', 'please turn off the shed light'],
    ['turn off them music lamp', 'turn off the music lamp'],
    ['turn in the shed heater off', 'turn the shed heater off'],
    ['switch the quiet falconoff', 'switch the quiet falcon off'],
    ['is the shed sconcean', 'is the shed sconce on'],
    ['closed the shed shade', 'close the shed shade'],
    ['turning off the shed light', 'turn off the shed light'],
    ["i open emma's shade", "open emma's shade"],
    ["our open emma's shade", "open emma's shade"],
    ['is there orange bear on', 'is the orange bear on'],
    ['turn the shed lamp pun', 'turn the shed lamp on'],
    ['switch the shed space he off', 'switch the shed space heater off'],
    ['turn off the shed space he and', 'turn off the shed space heater'],
    ['is the shed he and', 'is the shed heater on'],
    ['switch the shed lamp puff', 'switch the shed lamp off'],
    ['like the shed gate', 'lock the shed gate'],
    ["his emma's lamp con", "is emma's lamp on"],
    ['is the shed gate luck', 'is the shed gate locked'],
    ['locked the shed gate', 'lock the shed gate'],
    ['sight the shed lamp to 30 percent', 'set the shed lamp to 30 percent'],
  ])('are mended: %j', (heard, said) => {
    expect(mended(heard)).toBe(said);
  });

  it.each([
    'turned off the shed light',
    'unlocked the shed gate',
    'opened the shed shade',
    'turn them off',
    'turn the volume of',
  ])('leaves what somebody may tell of, or say: %j', (text) => {
    expect(mended(text)).toBe(text);
  });
});
