import { setImmediate as others } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../src/agent/outcome-of.ts';
import { type AuditLog, noAudit } from '../../../src/agent/ports/audit-log.ts';
import { createHomeAgent } from '../../../src/app/agent/home-agent.ts';
import { memoryStores } from '../../../src/app/data/stores.ts';
import { systemClock } from '../../../src/core/clock.ts';
import { connectDemo } from '../../support/home/demo-home.ts';

/** A disk that writes when it is told to. */
function gate() {
  let open: () => void = () => undefined;
  let reached: () => void = () => undefined;
  const isOpen = new Promise<void>((resolve) => (open = resolve));
  const isReached = new Promise<void>((resolve) => (reached = resolve));
  const pass = async (): Promise<void> => {
    reached();
    await isOpen;
  };
  return { pass, open: () => open(), isReached };
}

/** Whatever could run without the gate has run by then. */
const settle = async (): Promise<void> => {
  for (let round = 0; round < 50; round += 1) await others();
};

describe('an action', () => {
  it('is sent when its turn is on record, and told of when it is on record itself', async () => {
    await using demo = await connectDemo();
    const [turn, record] = [gate(), gate()];
    const memory = memoryStores(systemClock);
    const turns = { ...memory.turns, start: turn.pass };
    const audit: AuditLog = { ...noAudit, record: record.pass };
    const stores = { ...memory, turns };
    const agent = createHomeAgent({ home: demo.home, clock: systemClock, stores, audit });
    const { signal } = new AbortController();
    const request = {
      ...{ turnId: 't', text: 'turn on the bed light', language: 'en' },
      channel: 'http',
    } as const;
    let isHeard = false;
    const answered = outcomeOf(agent.respond(request, { signal })).finally(() => (isHeard = true));
    const lamp = () => demo.demo.world.states.get('light.bed_light')?.state;
    await turn.isReached;
    await settle();
    expect(lamp()).toBe('off');
    turn.open();
    await demo.home.until('light.bed_light', ({ state }) => state === 'on', { signal });
    await record.isReached;
    await settle();
    expect(isHeard).toBe(false);
    record.open();
    expect((await answered).changes).toMatchObject([{ entityId: 'light.bed_light', proof: 'proven' }]);
  });
});
