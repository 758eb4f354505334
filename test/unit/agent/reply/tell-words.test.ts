import { describe, expect, it } from 'vitest';
import { packs } from '../../../../src/agent/reply/packs.ts';
import { english } from '../../../../src/agent/reply/en/pack.ts';
import { weatherConditions } from '../../../../src/agent/reply/tell-words.ts';

/** 21 November 2026, 13:05 UTC. */
const nowMs = Date.UTC(2026, 10, 21, 13, 5);
const whole = /^[\p{Lu}¿][^_{}[\]<>%°/\\?]*\.$/u;

describe.each(packs)('the clock, the sky and lists in $language', ({ tells, lists }) => {
  it('tells the time and the date of the home', () => {
    expect(tells.tell('time', nowMs, 'America/New_York')).toMatch(/8.{1,3}05/);
    expect(tells.tell('date', nowMs, 'UTC')).toMatch(/21.*2026/);
    expect(tells.tell('date', Date.UTC(2026, 10, 21, 23, 30), 'Europe/Berlin')).toMatch(/22.*2026/);
  });

  it('has words for every condition of the weather', () => {
    const said = weatherConditions.map((condition) => tells.weather(condition, 3.4));
    expect(new Set(said).size).toBe(weatherConditions.length);
    for (const text of said) expect(text).toMatch(/3/);
    for (const text of [...said, tells.weather('sunny', null), tells.weather('meteor_shower', -2)])
      expect(text).toMatch(whole);
  });

  it('is polite in whole sentences', () => {
    for (const what of ['greeting', 'farewell', 'thanks', 'help', 'name'] as const)
      expect(tells.tell(what, nowMs, null)).toMatch(whole);
  });

  it('says what became of items, and reads at most ten of them', () => {
    for (const became of ['added', 'wasListed', 'completed', 'removed'] as const)
      for (const items of [['X3'], ['X3', 'Y4']]) {
        const text = lists.changed({ list: 'Chores', items, became });
        expect(text).toContain('X3');
        expect(text).toMatch(whole);
      }
    const many = Array.from({ length: 14 }, (_, index) => `item ${index}`);
    expect(lists.read('Chores', many)).toMatch(/item 9.*4/);
    expect(lists.read('Chores', many)).not.toContain('item 10');
    expect(lists.read('Chores', [])).toMatch(whole);
    expect(lists.read('Chores', null)).toMatch(whole);
  });
});

describe('in English', () => {
  it('the sentences are short', () => {
    expect(english.tells.tell('time', nowMs, 'UTC')).toBe('It is 1:05 PM.');
    expect(english.tells.weather('partlycloudy', 8.2)).toBe('It is partly cloudy, with 8 degrees.');
    expect(english.lists.read('Shopping List', ['milk', 'bread'])).toBe(
      'On the shopping list: milk and bread.',
    );
  });
});
