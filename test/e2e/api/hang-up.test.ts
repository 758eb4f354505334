import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Agent } from '../../../src/agent/agent.ts';
import { memoryStores } from '../../../src/app/data/stores.ts';
import { systemClock } from '../../../src/core/clock.ts';
import { demoHouse } from '../../../src/home/demo/house.ts';
import { startApi } from '../../support/api-server.ts';
import { agentFor } from '../../support/agent/demo-agent.ts';
import { connectDemo } from '../../support/home/demo-home.ts';

/** The first lamp never answers: its step is still waited for when the caller hangs up. */
const house = {
  ...demoHouse,
  entities: demoHouse.entities.map((entity) =>
    entity.id === 'light.bed_light' ? { ...entity, fault: 'silent' as const } : entity,
  ),
};

describe('hanging up during the first of two steps', () => {
  it('ends the turn before the second, and its id does nothing again', async () => {
    await using demo = await connectDemo({ house });
    const bell = new EventEmitter();
    const memory = memoryStores(systemClock);
    const start = async (turnId: string) => {
      await memory.turns.start(turnId);
      bell.emit('acting');
    };
    const agent = agentFor(demo.home, { stores: { ...memory, turns: { ...memory.turns, start } } });
    const watched: Agent = {
      languages: agent.languages,
      async *respond(request, options) {
        try {
          yield* agent.respond(request, options);
        } finally {
          bell.emit('ended');
        }
      },
    };
    await using api = await startApi({ agent: watched });
    const turn = { text: 'turn on the bed light and turn on the kitchen counter', turn_id: 'cut' };
    const caller = new AbortController();
    const [acting, ended] = [once(bell, 'acting'), once(bell, 'ended')];
    const body = JSON.stringify({ ...turn, language: 'en' });
    const request = api.request('/api/v1/conversation', { method: 'POST', body, signal: caller.signal });
    await acting;
    await delay(50);
    caller.abort();
    await expect(request).rejects.toThrow();
    await ended;
    expect(demo.demo.world.states.get('light.kitchen_counter')?.state).toBe('off');
    expect((await api.converse({ ...turn, language: 'en' })).at(-1)).toMatchObject({ changes: [] });
    expect(demo.demo.world.states.get('light.kitchen_counter')?.state).toBe('off');
  });
});
