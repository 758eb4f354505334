import { describe, expect, it } from 'vitest';
import {
  beginsWithCondition,
  isCutCommand,
  momentOf,
  splitsForLater,
} from '../../../../src/agent/understand/later.ts';
import { normalise } from '../../../../src/agent/understand/normalise.ts';

const splits = (text: string) =>
  splitsForLater(normalise(text)).map(({ when, rest }) => `${when} | ${rest.join(' ')}`);

const sentences: readonly (readonly [text: string, parts: string])[] = [
  ['turn off the tv in ten minutes', 'in 10 minutes | turn off the tv'],
  ['in half an hour turn off the tv', 'in half an hour | turn off the tv'],
  ['turn off the tv an hour from now', 'an hour from now | turn off the tv'],
  ['at nine turn off the tv', 'at 9 | turn off the tv'],
  ['turn off the tv at half past ten', 'at half past 10 | turn off the tv'],
  ['turn off the tv tomorrow at 7 am', 'tomorrow at 7 am | turn off the tv'],
  ['turn off the tv at 7am tomorrow morning', 'at 7 am tomorrow morning | turn off the tv'],
  ['every weekday at seven turn on the tv', 'every weekday at 7 | turn on the tv'],
  ['turn on the tv daily', 'daily | turn on the tv'],
  ['set the light to 40 percent at sunset', 'at sunset | set the light to 40 percent'],
  ['open the gate when I come home', 'when i come home | open the gate'],
  ['turn the heating on tomorrow morning', 'tomorrow morning | turn the heating on'],
  ['mute the tv until tomorrow', 'tomorrow | mute the tv'],
  ['when I come home open the gate', 'when i come home | open the gate'],
  ['turn on the fan until midnight', 'until midnight | turn on the fan'],
  ['run the fan between two and four pm every day', 'between 2 and 4 pm every day | run the fan'],
  ['run the fan daily from nine to eleven', 'daily from 9 to 11 | run the fan'],
  ['water the lawn twice a week', 'twice a week | water the lawn'],
  ['turn off the tv at ten pm time', 'at 10 pm time | turn off the tv'],
  ['mute the tv for the next three hours', 'for the next 3 hours | mute the tv'],
  ['mute the tv for another ten minutes', 'for another 10 minutes | mute the tv'],
  ['mute the tv for at least an hour', 'for at least an hour | mute the tv'],
  ['mute the tv all night', 'all night | mute the tv'],
  ['I need an hour of silence', 'an hour of | i need silence'],
  ['silent mode two hours', '2 hours | silent mode'],
  ['half an hour of silence', 'half an hour of | silence'],
  ['mute the tv for the next few hours', 'for the next few hours | mute the tv'],
  ['be quiet for the rest of the evening', 'for the rest of the evening | be quiet'],
  ['do not speak during the meeting', 'during the meeting | do not speak'],
  ['do not speak between eight and ten', 'between 8 and 10 | do not speak'],
  ['mute the tv from 9 pm to 7 am', 'from 9 pm to 7 am | mute the tv'],
  ['be quiet while I am on the phone', 'while i am on the phone | be quiet'],
];

describe('splitsForLater', () => {
  it.each(sentences)('parts %j', (text, parts) => {
    expect(splits(text)).toContain(parts);
  });

  it('finds no time in a plain command', () => {
    expect(splits('turn off the second light')).toEqual([]);
    expect(splits('set the light at 40 percent')).toEqual([]);
    expect(splits('dim the light from 40 to 20 percent')).toEqual([]);
  });

  it('knows a condition before a command from what somebody said', () => {
    expect(beginsWithCondition(normalise('if it rains close the blinds'))).toBe(true);
    expect(beginsWithCondition(normalise('when are quiet hours'))).toBe(false);
    expect(beginsWithCondition(normalise('if I said close the blinds'))).toBe(false);
    expect(beginsWithCondition(normalise('close the blinds if it rains'))).toBe(false);
  });

  it('knows a command that leans on the sentence before', () => {
    for (const text of ['and off again', 'then back on', 'off', 'and down again please'])
      expect(isCutCommand(normalise(text)), text).toBe(true);
    for (const text of ['and again', 'what is on', 'off to bed', 'and'])
      expect(isCutCommand(normalise(text)), text).toBe(false);
  });

  it('needs something beside the time', () => {
    expect(splits('in ten minutes')).toEqual([]);
  });
});

describe('momentOf', () => {
  const nowMs = new Date(2026, 10, 21, 15, 0).getTime();

  it('is the next such time', () => {
    expect(momentOf('tomorrow at 7 am', nowMs)).toBe(new Date(2026, 10, 22, 7, 0).getTime());
  });

  it('is a wall time of the home, also over a change of its clocks', () => {
    const evening = Date.UTC(2026, 10, 21, 20, 0);
    expect(momentOf('tomorrow at 7 am', evening, 'Asia/Tokyo')).toBe(Date.UTC(2026, 10, 22, 22, 0));
    const beforeWinter = Date.UTC(2026, 9, 24, 10, 0);
    expect(momentOf('tomorrow at 7 am', beforeWinter, 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 6, 0));
  });

  it('is none for what repeats, and where the time is not known', () => {
    expect(momentOf('every day at 7', nowMs)).toBeNull();
    expect(momentOf('at 7 am', undefined)).toBeNull();
  });

  it('is none for what waits on an event', () => {
    expect(momentOf('if tomorrow is sunny', nowMs)).toBeNull();
    expect(momentOf('when the clock strikes 9', nowMs)).toBeNull();
    expect(momentOf('after 9 pm', nowMs)).not.toBeNull();
  });
});
