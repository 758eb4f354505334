import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SatelliteHello, TimerMessage } from '../../../../src/api/satellites/messages.ts';
import type { CommandAnswer } from '../../../../src/api/satellites/satellite-link.ts';
import type {
  CommandContent,
  LinkListener,
  SatelliteChannel,
} from '../../../../src/api/satellites/satellite-links.ts';
import { SatelliteTimers } from '../../../../src/api/satellites/satellite-timers.ts';
import type { ShownTimer, TimerDisplayEvent } from '../../../../src/agent/ports/timer-display.ts';
import { systemClock } from '../../../../src/core/clock.ts';
import { silentLogger } from '../../../../src/core/log.ts';
import { greeting } from '../../../support/home/satellite-client.ts';
import { noAbort } from '../../../support/streams.ts';

/** The integration's end: a device that shows timers, or none, while it is connected. */
class FakeChannel implements SatelliteChannel {
  isConnected = true;
  supportsTimers = true;
  readonly commands: CommandContent[] = [];
  listener: LinkListener | undefined;

  listen(listener: LinkListener): void {
    this.listener = listener;
  }

  async request(content: CommandContent): Promise<CommandAnswer> {
    this.commands.push(content);
    if (content.type === 'show_timer' && !this.supportsTimers)
      return { kind: 'failed', reason: 'unsupported' };
    return { kind: 'done' };
  }

  hello(fields: Partial<SatelliteHello> = {}): void {
    this.isConnected = true;
    this.listener?.onHello({ ...greeting, ...fields });
  }

  tell(message: TimerMessage): void {
    this.listener?.onTimer(message);
  }
}

const pasta: ShownTimer = {
  timerId: 'pasta',
  deviceId: 'speaker',
  name: 'Pasta',
  language: 'en',
  totalMs: 600_000,
  remainingMs: 600_000,
  isPaused: false,
};
const signal = noAbort;

let channel: FakeChannel;
let timers: SatelliteTimers;
let events: TimerDisplayEvent[];

beforeEach(() => {
  vi.useFakeTimers();
  channel = new FakeChannel();
  timers = new SatelliteTimers({ links: channel, clock: systemClock, log: silentLogger });
  events = [];
  const reading = async (): Promise<void> => {
    for await (const event of timers.events({ signal })) events.push(event);
  };
  void reading();
});

afterEach(async () => {
  await timers[Symbol.asyncDispose]();
  vi.useRealTimers();
});

const pass = async (durationMs: number): Promise<void> =>
  void (await vi.advanceTimersByTimeAsync(durationMs));

describe('timers on satellites', () => {
  it('are shown with what is left', async () => {
    expect(await timers.show(pasta, { signal })).toEqual({ kind: 'shown' });
    expect(channel.commands).toEqual([
      {
        type: 'show_timer',
        timer_id: 'pasta',
        device_id: 'speaker',
        name: 'Pasta',
        language: 'en',
        total_ms: 600_000,
        remaining_ms: 600_000,
        is_paused: false,
      },
    ]);
  });

  it('are the keeper’s again where no device shows them', async () => {
    channel.supportsTimers = false;
    expect(await timers.show(pasta, { signal })).toEqual({ kind: 'unsupported' });
    await pass(700_000);
    expect(events).toEqual([]);
  });

  it('say that they rang, and then no more', async () => {
    await timers.show(pasta, { signal });
    await pass(600_100);
    channel.tell({ timer_id: 'pasta', event: 'finished', has_rung: true });
    await pass(60_000);
    expect(events).toEqual([{ kind: 'finished', timerId: 'pasta', hasRung: true }]);
  });

  it('that nobody reported are taken off, and did not ring', async () => {
    await timers.show(pasta, { signal });
    await pass(602_900);
    expect(events).toEqual([]);
    await pass(200);
    expect(channel.commands.at(-1)).toEqual({ type: 'remove_timer', timer_id: 'pasta' });
    expect(events).toEqual([{ kind: 'finished', timerId: 'pasta', hasRung: false }]);
  });

  it('are shown again with what is left then when Home Assistant comes back', async () => {
    channel.isConnected = false;
    expect(await timers.show(pasta, { signal })).toEqual({ kind: 'waiting' });
    await pass(60_000);
    channel.hello();
    await pass(0);
    expect(channel.commands).toMatchObject([{ type: 'show_timer', remaining_ms: 540_000 }]);
  });

  it('are looked after until the device is back, too', async () => {
    await timers.show(pasta, { signal });
    channel.supportsTimers = false;
    channel.hello({ session_id: 'after the restart' });
    await pass(25_000);
    channel.supportsTimers = true;
    await pass(3_000);
    const triedCount = channel.commands.length;
    await pass(10_000);
    expect(channel.commands.length).toBe(triedCount);
    expect(channel.commands.at(-1)).toMatchObject({ type: 'show_timer', remaining_ms: 573_000 });
    await pass(600_000);
    expect(events).toEqual([{ kind: 'finished', timerId: 'pasta', hasRung: false }]);
  });

  it('that ended while the connection was away are told by the next hello, not rung again', async () => {
    await timers.show(pasta, { signal });
    channel.isConnected = false;
    await pass(700_000);
    expect(events).toEqual([]);
    channel.hello({ ended: [{ timer_id: 'pasta', event: 'finished', has_rung: true }] });
    await pass(10_000);
    expect(events).toEqual([{ kind: 'finished', timerId: 'pasta', hasRung: true }]);
    expect(channel.commands.filter(({ type }) => type === 'show_timer').length).toBe(1);
  });

  it('that ended while Home Assistant was away did not ring', async () => {
    await timers.show(pasta, { signal });
    channel.isConnected = false;
    await pass(700_000);
    channel.hello({ session_id: 'after the restart' });
    await pass(10);
    expect(events).toEqual([{ kind: 'finished', timerId: 'pasta', hasRung: false }]);
  });

  it('that rang before this program started are known when they are told', async () => {
    channel.hello({ ended: [{ timer_id: 'pasta', event: 'finished', has_rung: true }] });
    expect(await timers.show({ ...pasta, remainingMs: 0 }, { signal })).toEqual({ kind: 'waiting' });
    await pass(10_000);
    expect(events).toEqual([{ kind: 'finished', timerId: 'pasta', hasRung: true }]);
  });

  it('without time left are never sent, because the device would ring at once', async () => {
    expect(await timers.show({ ...pasta, remainingMs: 0 }, { signal })).toEqual({ kind: 'waiting' });
    await pass(3_100);
    expect(channel.commands).toEqual([{ type: 'remove_timer', timer_id: 'pasta' }]);
    expect(events).toEqual([{ kind: 'finished', timerId: 'pasta', hasRung: false }]);
  });

  it('that nobody keeps any more are taken off the device', async () => {
    channel.hello({ timers: ['old'] });
    await pass(0);
    expect(channel.commands).toEqual([{ type: 'remove_timer', timer_id: 'old' }]);
  });

  it('wait as long as they are paused', async () => {
    await timers.show({ ...pasta, isPaused: true }, { signal });
    await pass(1_000_000);
    expect(events).toEqual([]);
  });

  it('tell what is changed and cancelled at the device', async () => {
    await timers.show(pasta, { signal });
    channel.tell({ timer_id: 'pasta', event: 'changed', remaining_ms: 900_000, is_paused: false });
    await pass(700_000);
    channel.tell({ timer_id: 'pasta', event: 'cancelled' });
    await pass(300_000);
    expect(events).toEqual([
      { kind: 'changed', timerId: 'pasta', remainingMs: 900_000, isPaused: false },
      { kind: 'cancelled', timerId: 'pasta' },
    ]);
  });

  it('are taken off without a word', async () => {
    await timers.show(pasta, { signal });
    await timers.remove('pasta', { signal });
    await pass(700_000);
    expect(channel.commands.at(-1)).toEqual({ type: 'remove_timer', timer_id: 'pasta' });
    expect(events).toEqual([]);
  });
});
