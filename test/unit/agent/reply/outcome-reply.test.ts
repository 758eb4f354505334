import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../src/agent/act/outcome.ts';
import { english } from '../../../../src/agent/reply/en/pack.ts';
import { replyToOutcomes } from '../../../../src/agent/reply/outcome-reply.ts';
import type { About } from '../../../../src/agent/understand/mention.ts';
import type { Wish } from '../../../../src/agent/understand/plan.ts';
import { demoModel } from '../../../support/home/demo-model.ts';

const model = demoModel();
const byName: About = { by: 'name', className: null, place: null, everywhere: false };
const kitchenLights: About = {
  by: 'class',
  className: 'light',
  place: { kind: 'area', id: 'kitchen', name: 'Kitchen' },
  everywhere: false,
};
const blinds: About = {
  by: 'class',
  className: 'blind',
  place: { kind: 'floor', id: 'f', name: 'First Floor' },
  everywhere: false,
};

function outcome(entityId: string, proof: Outcome['proof'], why?: Outcome['why']): Outcome {
  const entity = model.entities.get(entityId)!;
  return { entityId, name: entity.name, entity, before: '', after: '', proof, ...(why && { why }) };
}

const reply = (outcomes: readonly Outcome[], wish: Wish, about: About) =>
  replyToOutcomes(outcomes, wish, about, english);

const off = { do: 'turn_off' } as const;
const ceiling = 'light.kitchen_ceiling';
const counter = 'light.kitchen_counter';

describe('replyToOutcomes', () => {
  it('says what is proven in few words', () => {
    expect(reply([outcome(ceiling, 'proven'), outcome(counter, 'already')], off, kitchenLights)).toBe(
      'Kitchen lights off.',
    );
    expect(reply([outcome('lock.front_door', 'proven')], { do: 'lock' }, byName)).toBe(
      'The front door is locked.',
    );
    expect(reply([outcome('light.bed_light', 'proven')], { do: 'set_brightness', percent: 25 }, byName)).toBe(
      'Bed light at 25 percent.',
    );
  });

  it('tells the figure a relative wish came to, where it is the same for all', () => {
    const warmer = { do: 'change_temperature', byDegrees: 1 } as const;
    const cameTo = { do: 'set_temperature', degrees: 22, unit: null } as const;
    const set = { ...outcome('climate.thermostat', 'proven'), cameTo };
    expect(reply([set], warmer, byName)).toBe('The thermostat is set to 22 degrees.');
    const brighter = { do: 'change_brightness', byPercent: 10 } as const;
    const at = (percent: number) => ({ cameTo: { do: 'set_brightness', percent } as const });
    const lights = [
      { ...outcome(ceiling, 'proven'), ...at(40) },
      { ...outcome(counter, 'proven'), ...at(70) },
    ];
    expect(reply(lights, brighter, kitchenLights)).toBe('The kitchen lights are brighter.');
  });

  it('does not let a thermostat that is off sound warm', () => {
    const set = { ...outcome('climate.thermostat', 'proven'), after: 'off 22 °' };
    expect(reply([set], { do: 'set_temperature', degrees: 22, unit: null }, byName)).toBe(
      'The thermostat is set to 22 degrees. It is off, though.',
    );
  });

  it('says what a device has not got, beside what the others did', () => {
    const red = { do: 'set_color', color: 'red' } as const;
    const failed: Outcome = {
      ...outcome(counter, 'failed', 'unable'),
      unable: { why: 'unsupported' },
    };
    expect(reply([outcome(ceiling, 'proven'), failed], red, kitchenLights)).toBe(
      "One of two is red; I can't turn the kitchen counter red.",
    );
  });

  it('parts the names of colours as they are spoken', () => {
    const done = [outcome(ceiling, 'proven'), outcome(counter, 'proven')];
    const inColor = (color: string) => reply(done, { do: 'set_color', color }, kitchenLights);
    expect(inColor('midnightblue')).toBe('The kitchen lights are midnight blue.');
    expect(inColor('green')).toBe('The kitchen lights are green.');
  });

  it('says what is only on its way', () => {
    expect(reply([outcome('cover.sliding_door', 'started')], { do: 'close' }, byName)).toBe(
      'The sliding door is closing.',
    );
    expect(reply([outcome('cover.bedroom_blinds', 'started')], { do: 'open' }, byName)).toBe(
      'The bedroom blinds are opening.',
    );
  });

  it('does not call closed what is still closing', () => {
    const mixed = [
      outcome('cover.bedroom_blinds', 'already'),
      outcome('cover.living_room_blinds', 'started'),
    ];
    expect(reply(mixed, { do: 'close' }, blinds)).toBe(
      'The blinds on the first floor are closed or closing.',
    );
  });

  it('says that nothing had to be done', () => {
    expect(reply([outcome(ceiling, 'already'), outcome(counter, 'already')], off, kitchenLights)).toBe(
      'The kitchen lights were already off.',
    );
    expect(reply([outcome('lock.front_door', 'already')], { do: 'lock' }, byName)).toBe(
      'The front door was already locked.',
    );
  });

  it('never claims what no device confirmed', () => {
    expect(reply([outcome('light.desk_lamp', 'sent')], off, byName)).toBe(
      "I've sent it, but the desk lamp has not answered yet.",
    );
    expect(reply([outcome('light.desk_lamp', 'failed', 'unavailable')], off, byName)).toBe(
      "The desk lamp can't be reached.",
    );
    expect(reply([outcome('light.desk_lamp', 'failed', 'refused-by-home')], off, byName)).toBe(
      'Home Assistant refused that for the desk lamp.',
    );
    expect(reply([outcome('light.desk_lamp', 'failed', 'disconnected')], off, byName)).toBe(
      "I can't reach Home Assistant right now.",
    );
  });

  it('names the one that is missing among several', () => {
    const mixed = [outcome(ceiling, 'proven'), outcome(counter, 'failed', 'unavailable')];
    expect(reply(mixed, off, kitchenLights)).toBe("One of two is off; the kitchen counter can't be reached.");
  });

  it('says that a device which never reports back leaves it open', () => {
    const was = { state: 'off', attributes: { assumed_state: true }, lastChangedMs: 0 };
    const fan = { ...outcome('fan.bedroom_fan', 'sent'), was };
    expect(reply([fan], { do: 'turn_on' }, byName)).toBe(
      "I've sent it, but the bedroom fan never reports back, so I can't tell.",
    );
    expect(reply([fan, outcome(ceiling, 'proven')], { do: 'turn_on' }, byName)).toBe(
      'One of two is on; the bedroom fan never reports back.',
    );
  });

  it('tells of many devices the few that changed', () => {
    const already = Array.from({ length: 17 }, () => outcome(ceiling, 'already'));
    expect(reply([...already, outcome('media_player.kitchen_speaker', 'proven')], off, byName)).toBe(
      'Kitchen speaker off. Nothing else had to be changed.',
    );
  });

  it('counts what is too much to be named', () => {
    const many = (proof: Outcome['proof'], why?: Outcome['why']) =>
      Array.from({ length: 18 }, () => outcome(ceiling, proof, why));
    expect(reply(many('proven'), off, byName)).toBe('18 devices off.');
    expect(reply(many('already'), off, { ...byName, className: 'light' })).toBe(
      '18 lights were already off.',
    );
    expect(reply(many('failed', 'unavailable'), off, byName)).toBe(
      "The kitchen ceiling, the kitchen ceiling and the kitchen ceiling can't be reached. 15 others are not done either.",
    );
  });

  it('says why it refused', () => {
    expect(reply([outcome('cover.garage_door', 'refused', 'less-safe')], { do: 'open' }, byName)).toBe(
      "I open the garage door only after a confirmation, and I can't ask for one here. Nothing was changed.",
    );
    const many = Array.from({ length: 9 }, () => outcome(ceiling, 'refused', 'many-devices'));
    expect(reply(many, off, kitchenLights)).toMatch(/^That is nine devices at once\./);
  });
});
