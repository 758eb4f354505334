import { describe, expect, it } from 'vitest';
import type { TurnOutcome } from '../../../src/agent/agent.ts';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { demoHouse } from '../../../src/home/demo/house.ts';
import type { DemoOptions } from '../../../src/home/demo/world.ts';
import { connectDemo } from '../../support/home/demo-home.ts';

/** Says the sentences one after the other in one conversation of the living room. */
async function saying(options: Partial<DemoOptions> = {}) {
  const connected = await connectDemo(options);
  const agent = agentFor(connected.home);
  const { world } = connected.demo;
  return {
    ...connected,
    world,
    say: (text: string): Promise<TurnOutcome> =>
      say(agent, text, {
        conversationId: 'kinds',
        areaId: 'living_room',
        satelliteId: 'assist_satellite.kitchen',
      }),
    attribute: (id: string, name: string) => world.states.get(id)?.attributes[name],
    state: (id: string) => world.states.get(id)?.state,
    [Symbol.asyncDispose]: () => connected[Symbol.asyncDispose](),
  };
}

const proofs = ({ changes }: TurnOutcome) => changes.map(({ proof }) => proof);

describe('every kind of device in the demo home', () => {
  it('lights take colours and whites, and say what they have not got', async () => {
    await using home = await saying();
    expect((await home.say('set the bed light to blue')).speech).toBe('The bed light is blue.');
    expect(home.attribute('light.bed_light', 'hs_color')).toEqual([240, 100]);
    expect(proofs(await home.say('make the bed light warm white'))).toEqual(['proven']);
    const refused = await home.say('set the desk lamp to red');
    expect(refused.speech).toBe("I can't turn the desk lamp red.");
    expect(proofs(refused)).toEqual(['failed']);
  });

  it('a relative brightness is told by what it came to', async () => {
    await using home = await saying();
    await home.say('set the desk lamp to 40 percent');
    expect((await home.say('make the desk lamp brighter')).speech).toMatch(
      /^Desk lamp at [5-9]\d percent\.$/,
    );
  });

  it('thermostats keep to their range and get warmer from where they are', async () => {
    await using home = await saying();
    expect((await home.say('set the thermostat to 22 degrees')).speech).toBe(
      'The thermostat is set to 22 degrees.',
    );
    expect(home.attribute('climate.thermostat', 'temperature')).toBe(22);
    await home.say('make it two degrees warmer');
    expect(home.attribute('climate.thermostat', 'temperature')).toBe(24);
    expect((await home.say('set the thermostat to 45 degrees')).speech).toBe(
      'The thermostat only goes from 7 to 30.',
    );
    expect(home.attribute('climate.thermostat', 'temperature')).toBe(24);
  });

  it('a scene and a script run, proven by the home', async () => {
    await using home = await saying();
    expect(proofs(await home.say('activate movie night'))).toEqual(['proven']);
    expect(home.state('scene.movie_night')).not.toBe('unknown');
    expect(proofs(await home.say('run good night'))).toEqual(['proven']);
    expect(home.attribute('script.good_night', 'last_triggered')).toBeDefined();
  });

  it('a scene that the home refuses is not done, and neither is a list', async () => {
    const refusing = ['scene.movie_night', 'todo.shopping_list'];
    const entities = demoHouse.entities.map((entity) =>
      refusing.includes(entity.id) ? { ...entity, fault: 'refuses' as const } : entity,
    );
    await using home = await saying({ house: { ...demoHouse, entities } });
    expect(proofs(await home.say('activate movie night'))).toEqual(['failed']);
    const list = await home.say('add eggs to the shopping list');
    expect(proofs(list)).toEqual(['failed']);
    expect(list.speech).not.toMatch(/ now/);
  });

  it('fans, players, blinds and robots do as they are told', async () => {
    await using home = await saying();
    await home.say('set the bedroom fan to 50 percent');
    expect(home.attribute('fan.bedroom_fan', 'percentage')).toBe(50);
    await home.say('play slow river on the kitchen speaker');
    expect(home.attribute('media_player.kitchen_speaker', 'media_title')).toBe('Slow River');
    await home.say('set the kitchen speaker volume to 20 percent');
    expect(home.attribute('media_player.kitchen_speaker', 'volume_level')).toBe(0.2);
    await home.say('pause the kitchen speaker');
    expect(home.state('media_player.kitchen_speaker')).toBe('paused');
    await home.say('set the living room blinds to 40 percent');
    await expect.poll(() => home.attribute('cover.living_room_blinds', 'current_position')).toBe(40);
    await home.say('start the vacuum');
    expect((await home.say('send the vacuum home')).speech).toBe(
      'The robot vacuum is on the way back to the dock.',
    );
  });

  it('slow ones are answered from their way', async () => {
    await using home = await saying({ pace: 1 });
    const moving = await home.say('set the living room blinds to 40 percent');
    expect(moving.speech).toBe('The living room blinds are moving to 40 percent.');
    expect(proofs(moving)).toEqual(['started']);
    const arming = await home.say('arm the alarm for away');
    expect(arming.speech).toBe('The home alarm is arming.');
  });

  it('a player that is off says so', async () => {
    await using home = await saying();
    await home.say('turn off the tv');
    expect((await home.say('set the tv volume to 20 percent')).speech).toBe('The TV is off.');
  });

  it('opening a valve and disarming are asked about first', async () => {
    await using home = await saying();
    await home.say('arm the alarm');
    for (const text of ['open the sprinkler', 'disarm the alarm']) {
      const asked = await home.say(text);
      expect([asked.continueReason, ...proofs(asked)], text).toContain('confirmation');
      await home.say('no');
    }
    expect(home.state('valve.sprinkler')).toBe('closed');
    expect(home.state('alarm_control_panel.home_alarm')).toBe('armed_away');
  });
});

describe('lists in the demo home', () => {
  it('take items, tick them off and are read', async () => {
    await using home = await saying();
    expect((await home.say('add eggs to the shopping list')).speech).toBe('Eggs added to the shopping list.');
    expect((await home.say('add eggs to the shopping list')).speech).toBe(
      'Eggs were already on the shopping list.',
    );
    expect((await home.say('what is on the shopping list')).speech).toBe(
      'On the shopping list: Milk, Bread and eggs.',
    );
    expect((await home.say('tick off milk on the shopping list')).speech).toBe('Milk ticked off.');
    expect((await home.say('remove butter from the shopping list')).speech).toBe(
      'Butter is not on the shopping list.',
    );
  });
});
