import { beforeAll, describe, expect, it } from 'vitest';
import { createPinCheck, lockMs } from '../../../../src/agent/act/pin-check.ts';
import { hashPin, isPin } from '../../../../src/agent/act/pin-hash.ts';
import type { PinLockStore, WrongPins } from '../../../../src/agent/ports/pin-lock-store.ts';
import type { Speaker } from '../../../../src/agent/speaker.ts';
import { Secret } from '../../../../src/core/secret.ts';
import { handClock } from '../../../support/hand-clock.ts';

let hash = '';
beforeAll(async () => {
  hash = await hashPin('2580');
});

const kitchen: Speaker = {
  channel: 'http',
  conversationId: 'c',
  satelliteId: 'assist_satellite.kitchen',
  deviceId: null,
  userId: null,
};
const hall = { ...kitchen, satelliteId: 'assist_satellite.hall' };

function memoryLocks(): PinLockStore {
  const kept = new Map<string, WrongPins>();
  return {
    load: async (source) => kept.get(source),
    save: async (source, wrong) => void kept.set(source, wrong),
    remove: async (source) => void kept.delete(source),
  };
}

function desk(locks = memoryLocks(), clock = handClock()) {
  const check = createPinCheck({ readHash: async () => hash, locks, clock });
  return { clock, locks, say: (pin: string, speaker = kitchen) => check(new Secret(pin), speaker) };
}

describe('the kept code', () => {
  it('is a salted hash from which only the same digits come out true', async () => {
    expect(hash).not.toContain('2580');
    expect(hash).not.toBe(await hashPin('2580'));
    expect([await isPin('2580', hash), await isPin('2581', hash), await isPin('2580', 'nonsense')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each(['123', '1234567890123', '12a4', ''])('is never "%s"', async (pin) => {
    await expect(hashPin(pin)).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });
});

describe('guessing', () => {
  it('ends after five wrong codes from one place, for a quarter of an hour, also with the right one', async () => {
    const { say, clock } = desk();
    const tries = [];
    for (let count = 0; count < 5; count += 1) tries.push(await say('1111'));
    expect(tries).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'locked']);
    expect(await say('2580')).toBe('locked');
    expect(await say('2580', hall)).toBe('right');
    clock.advance(lockMs - 1);
    expect(await say('2580')).toBe('locked');
    clock.advance(1);
    expect(await say('2580')).toBe('right');
  });

  it('is counted over a restart', async () => {
    const first = desk();
    for (let count = 0; count < 5; count += 1) await first.say('1111');
    expect(await desk(first.locks, first.clock).say('2580')).toBe('locked');
  });

  it('is forgiven by the right code', async () => {
    const { say } = desk();
    for (let count = 0; count < 4; count += 1) await say('1111');
    expect(await say('2580')).toBe('right');
    expect(await say('1111')).toBe('wrong');
  });

  it('gains nothing by saying many at once', async () => {
    const { say } = desk();
    const tries = await Promise.all(['1111', '1112', '1113', '1114', '1115', '2580'].map((pin) => say(pin)));
    expect(tries.filter((was) => was === 'wrong')).toHaveLength(4);
    expect(tries.at(-1)).toBe('locked');
  });

  it('does not count what is too short to be a code', async () => {
    const { say } = desk();
    for (let count = 0; count < 9; count += 1) expect(await say('258')).toBe('wrong');
    expect(await say('2580')).toBe('right');
  });

  it('is pointless where no code was set', async () => {
    const check = createPinCheck({
      readHash: async () => undefined,
      locks: memoryLocks(),
      clock: handClock(),
    });
    expect(await check(new Secret('2580'), kitchen)).toBe('unset');
  });
});
