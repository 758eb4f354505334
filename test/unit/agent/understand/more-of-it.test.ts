import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../../../src/agent/understand/load-grammar.ts';
import { understand } from '../../../../src/agent/understand/understand.ts';
import type { Wish } from '../../../../src/agent/understand/wish.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const grammar = loadGrammar('en');
const model = demoModel();

function after(lastWish: Wish | null, text: string, lastEntityIds = ['light.bed_light']) {
  return understand(text, { model, areaId: null, lastEntityIds, lastWish }, grammar).plan;
}

const cases: readonly (readonly [Wish, string, Wish])[] = [
  [{ do: 'change_brightness', byPercent: -10 }, 'a bit more', { do: 'change_brightness', byPercent: -10 }],
  [{ do: 'change_volume', byPercent: 10 }, 'less', { do: 'change_volume', byPercent: -10 }],
  [{ do: 'set_brightness', percent: 50 }, 'more', { do: 'change_brightness', byPercent: 20 }],
  [
    { do: 'set_temperature', degrees: 20, unit: null },
    'a little less',
    { do: 'change_temperature', byDegrees: -1 },
  ],
  [{ do: 'turn_on' }, 'a bit less please', { do: 'change_brightness', byPercent: -10 }],
  [{ do: 'close' }, 'further', { do: 'change_position', byPercent: -20 }],
  [
    { do: 'change_brightness', byPercent: -20, isBack: true },
    'more',
    { do: 'change_brightness', byPercent: 20 },
  ],
  [{ do: 'change_volume', byPercent: 10 }, 'less', { do: 'change_volume', byPercent: -10, isBack: true }],
  [
    { do: 'change_volume', byPercent: -10, isBack: true },
    'less',
    { do: 'change_volume', byPercent: -10, isBack: true },
  ],
];

describe('"more" and "less"', () => {
  it('mean nothing of what is only on or off', () => {
    expect(after({ do: 'turn_on' }, 'a bit less', ['switch.printer']).kind).toBe('not-understood');
    expect(after({ do: 'turn_off' }, 'a bit less').kind).toBe('not-understood');
  });

  it.each(cases)('after %j "%s" is %j', (last, text, wish) => {
    expect(after(last, text)).toMatchObject({
      kind: 'act',
      wish,
      entities: [{ entityId: 'light.bed_light' }],
    });
  });

  it.each([
    [{ do: 'set_brightness', percent: 30 }, 'lower the bed light to 30 percent', 'a bit more', -10],
    [{ do: 'set_brightness', percent: 30 }, 'Turn the bed light down to 30', 'too much', 20],
    [{ do: 'set_brightness', percent: 30 }, 'dim the bed light to 30 percent', 'a bit more', 10],
  ] as const)('after %j, said as %j, "%s" is by %d', (lastWish, lastSaid, text, byPercent) => {
    const situation = { model, areaId: null, lastEntityIds: ['light.bed_light'], lastWish, lastSaid };
    expect(understand(text, situation, grammar).plan).toMatchObject({ wish: { byPercent } });
  });

  it('go on closing what was half closed', () => {
    const situation = { model, areaId: null, lastEntityIds: ['cover.living_room_blinds'] };
    const closed = { lastWish: { do: 'set_position', percent: 50 }, lastSaid: 'close them halfway' } as const;
    expect(understand('a bit more', { ...situation, ...closed }, grammar).plan).toMatchObject({
      wish: { do: 'change_position', byPercent: -10 },
    });
  });

  it('mean nothing after what has no more and less', () => {
    expect(after({ do: 'lock' }, 'a bit more').kind).toBe('not-understood');
  });

  it('mean nothing when nothing was done', () => {
    expect(after(null, 'more').kind).toBe('not-understood');
    expect(after({ do: 'set_volume', percent: 5 }, 'more', []).kind).toBe('not-understood');
  });
});
