/** Devices behind a spoken code: the dialogue, and where the code must not be found afterwards. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policyOptions } from '../../../src/agent/act/options.ts';
import type { TurnRequest } from '../../../src/agent/agent.ts';
import { openPinCheck, setPin } from '../../../src/app/data/pin.ts';
import { openStores } from '../../../src/app/data/stores.ts';
import { silentLogger } from '../../../src/core/log.ts';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { connectDemo } from '../../support/home/demo-home.ts';
import { listeningAudit } from '../../support/agent/guard.ts';
import { handClock } from '../../support/hand-clock.ts';
import { tempDir } from '../../support/temp-dir.ts';

const kitchen: Partial<TurnRequest> = {
  channel: 'http',
  satelliteId: 'assist_satellite.kitchen',
  conversationId: 'kitchen',
};
const policy = policyOptions.parse({ pinEntities: ['lock.*'], actionsPerMinute: 1_000 });

async function house() {
  const dir = await tempDir();
  const connected = await connectDemo();
  const clock = handClock();
  await setPin(dir.path, '47110815');
  const stores = await openStores(dir.path, { clock, log: silentLogger });
  const audit = listeningAudit();
  const pins = openPinCheck(dir.path, { locks: stores.pinLocks, clock });
  const agent = agentFor(connected.home, { clock, stores, audit, pins, policy });
  return {
    ...{ dir, clock, audit, stores },
    say: (text: string, more: Partial<TurnRequest> = {}) => say(agent, text, { ...kitchen, ...more }),
    lock: () => connected.demo.world.states.get('lock.front_door')?.state,
    [Symbol.asyncDispose]: async () => {
      await connected[Symbol.asyncDispose]();
      await stores[Symbol.asyncDispose]();
      await dir[Symbol.asyncDispose]();
    },
  };
}

describe('a door behind a code', () => {
  it('opens after the code, in words or in digits', async () => {
    for (const code of [
      'four seven double one zero eight one five',
      'Forty-seven eleven, zero eight fifteen.',
      '47110815',
      'the code is 4 7 1 1 0 8 1 5',
    ]) {
      await using home = await house();
      const asked = await home.say('unlock the front door');
      expect(asked.speech).toBe('What is the code to unlock the front door?');
      expect(asked).toMatchObject({ continueConversation: true, continueReason: 'confirmation' });
      expect((await home.say(code)).speech).toMatch(/front door/);
      expect(home.lock()).toMatch(/^unlock/);
    }
  });

  it('stays locked after a yes, a wrong code and the code of a stranger', async () => {
    await using home = await house();
    await home.say('unlock the front door');
    expect((await home.say('yes')).speech).toBe('What is the code to unlock the front door?');
    expect((await home.say('1 2 3 4')).speech).toBe(
      'That is not the code. What is the code to unlock the front door?',
    );
    await home.say('47110815', { satelliteId: 'assist_satellite.office' });
    await home.say('47110815', { channel: 'wyoming' });
    expect(home.lock()).toBe('locked');
    expect((await home.say('never mind')).speech).toMatch(/changed nothing/);
    await home.say('47110815');
    expect(home.lock()).toBe('locked');
  });

  it('takes no code after five wrong ones', async () => {
    await using home = await house();
    await home.say('unlock the front door');
    const replies = [];
    for (const code of ['1111', '1112', '1113', '1114', '1115']) replies.push((await home.say(code)).speech);
    expect(replies.at(-1)).toMatch(/^There were too many wrong codes/);
    await home.say('unlock the front door');
    expect((await home.say('47110815')).speech).toMatch(/^There were too many wrong codes/);
    expect(home.lock()).toBe('locked');
    const tries = home.audit.entries.filter(({ action }) => action.service === 'hearken.code');
    expect(tries.map(({ event }) => 'why' in event && event.why)).toEqual([
      ...Array.from({ length: 4 }, () => 'code wrong'),
      ...Array.from({ length: 2 }, () => 'code locked'),
    ]);
    expect(tries[0]?.action.entityIds).toEqual(['lock.front_door']);
    home.clock.advance(15 * 60_000);
    await home.say('unlock the front door');
    await home.say('47110815');
    expect(home.lock()).toMatch(/^unlock/);
  });

  it('needs none to be locked, and none for anything else', async () => {
    await using home = await house();
    expect((await home.say('turn on the desk lamp')).continueConversation).toBe(false);
    await home.say('unlock the front door');
    await home.say('47110815');
    expect((await home.say('lock the front door')).continueConversation).toBe(false);
  });

  it('says so when no code was set', async () => {
    await using connected = await connectDemo();
    const agent = agentFor(connected.home, { policy });
    await say(agent, 'unlock the front door', kitchen);
    expect((await say(agent, '47110815', kitchen)).speech).toBe(
      'That needs a code, and none has been set up.',
    );
  });
});

describe('a spoken code', () => {
  it('is in no file of the data directory, in no record and in no reply', async () => {
    await using home = await house();
    const replies = [
      await home.say('unlock the front door, the code is 47110815'),
      await home.say('four seven one one zero eight one five'),
      await home.say('unlock the front door'),
      await home.say('47110816'),
      await home.say('47110815'),
    ];
    expect(home.lock()).toMatch(/^unlock/);
    const dialogue = await home.stores.dialogues.load('kitchen');
    const files = await readdir(home.dir.path);
    const contents = await Promise.all(files.map((name) => readFile(join(home.dir.path, name), 'latin1')));
    const everything = [JSON.stringify([replies, dialogue, home.audit.entries]), ...contents].join('\n');
    expect(files.length).toBeGreaterThan(1);
    expect(everything).toContain('lock.front_door');
    expect(everything).not.toMatch(/4711081|seven one one/);
  });
});
