import { describe, expect, it } from 'vitest';
import { stateOf } from '../../../src/home/model/home-model.ts';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { connectDemo } from '../../support/home/demo-home.ts';

const sentence = 'turn on the bed light and turn on the kitchen counter';

describe('a sentence with several steps', () => {
  it('does them in the order they were said and answers each', async () => {
    await using connected = await connectDemo();
    const order: string[] = [];
    connected.demo.world.watch((event) => void order.push(event.entityId));
    const outcome = await say(agentFor(connected.home), sentence);
    expect(outcome.speech).toBe('Bed light on. Kitchen counter on.');
    expect([...new Set(order)]).toEqual(['light.bed_light', 'light.kitchen_counter']);
  });

  it('that is aborted in the first step does not begin the next, and its id does nothing again', async () => {
    await using connected = await connectDemo();
    const { demo, home } = connected;
    const agent = agentFor(home);
    const caller = new AbortController();
    demo.world.watch(() => caller.abort(new Error('hung up')));
    const turn = { turnId: 'cut', signal: caller.signal };
    await expect(say(agent, sentence, turn)).rejects.toThrow('hung up');
    expect(demo.world.states.get('light.kitchen_counter')?.state).toBe('off');
    const again = await say(agent, sentence, { turnId: 'cut' });
    expect(again.speech).toContain("don't know what was done");
    const german = await say(agent, sentence, { turnId: 'cut', language: 'de-AT' });
    expect(german).toMatchObject({ language: 'de', speech: expect.stringContaining('unterbrochen') });
    expect(demo.world.states.get('light.kitchen_counter')?.state).toBe('off');
  });

  it('whose home goes away in between claims nothing for the rest, and the next turn works', async () => {
    await using connected = await connectDemo();
    const { demo, home } = connected;
    const agent = agentFor(home);
    const stop = home.watch((model) => {
      if (stateOf(model, 'light.bed_light')?.state === 'on') connected.cut();
    });
    const outcome = await say(agent, sentence);
    stop();
    expect(outcome.changes).toMatchObject([{ proof: 'proven' }, { proof: 'sent', after: 'off' }]);
    expect(outcome.speech).toBe("Bed light on. I've sent it, but the kitchen counter has not answered yet.");
    expect(demo.world.states.get('light.kitchen_counter')?.state).toBe('off');
    while (home.status() !== 'connected') await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await say(agent, 'turn on the kitchen counter')).speech).toBe('Kitchen counter on.');
  });
});
