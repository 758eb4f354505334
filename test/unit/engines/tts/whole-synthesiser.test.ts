import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Synthesiser } from '../../../../src/engines/tts/tts-model.ts';
import { WholeSynthesiser, type WholeVoice } from '../../../../src/engines/tts/whole-synthesiser.ts';
import { collect } from '../../../support/streams.ts';

const rateHz = 16_000;
const how = { voice: 'amy', speed: 1 };

/** Numbered models; a text speaks as many seconds as it has characters. */
function models() {
  const log: string[] = [];
  let count = 0;
  let failure: Error | undefined;
  const load = async (): Promise<WholeVoice> => {
    if (failure) throw failure;
    const id = (count += 1);
    log.push(`load ${id}`);
    return {
      speak: async (text) => {
        if (text !== 'Ready.') log.push(`${id} speaks ${text}`);
        return new Float32Array(text.length * rateHz);
      },
      close: async () => void log.push(`close ${id}`),
    };
  };
  return { log, load, failWith: (error: Error) => (failure = error) };
}

const say = (voice: Synthesiser, text: string) => collect(voice.synthesise(text, how));

function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

describe('WholeSynthesiser', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('takes a fresh model after long speech, when nothing was asked for a while', async () => {
    const { log, load } = models();
    const voice = await WholeSynthesiser.open(load, rateHz);
    await say(voice, 'long');
    await vi.advanceTimersByTimeAsync(499);
    expect(log).toEqual(['load 1', '1 speaks long']);
    await vi.advanceTimersByTimeAsync(1);
    await say(voice, 'ok');
    expect(log).toEqual(['load 1', '1 speaks long', 'load 2', 'close 1', '2 speaks ok']);
  });

  it('keeps its model after short speech', async () => {
    const { log, load } = models();
    const voice = await WholeSynthesiser.open(load, rateHz);
    await say(voice, 'ok');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(log).toEqual(['load 1', '1 speaks ok']);
  });

  it('waits while pieces follow each other', async () => {
    const { log, load } = models();
    const voice = await WholeSynthesiser.open(load, rateHz);
    for (const text of ['long', 'ok', 'ok']) {
      await say(voice, text);
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(log.filter((line) => line.startsWith('load'))).toEqual(['load 1']);
    await vi.advanceTimersByTimeAsync(100);
    expect(log).toContain('close 1');
  });

  it('goes on with the old model when the fresh one can not be loaded', async () => {
    const { log, load, failWith } = models();
    const voice = await WholeSynthesiser.open(load, rateHz);
    failWith(new Error('the file is gone'));
    await say(voice, 'long');
    await vi.advanceTimersByTimeAsync(500);
    await say(voice, 'ok');
    expect(log).toEqual(['load 1', '1 speaks long', '1 speaks ok']);
  });

  it('drops the fresh model when speech began meanwhile, and renews in the next pause', async () => {
    const { log, load } = models();
    const ready = gate();
    let loads = 0;
    const slowSecond = async (): Promise<WholeVoice> => {
      loads += 1;
      const model = await load();
      if (loads !== 2) return model;
      await ready.opened;
      return model;
    };
    const speaking = gate();
    const voice = await WholeSynthesiser.open(async () => {
      const model = await slowSecond();
      return {
        ...model,
        speak: async (text, options) => {
          if (text === 'now') await speaking.opened;
          return model.speak(text, options);
        },
      };
    }, rateHz);
    await say(voice, 'long');
    await vi.advanceTimersByTimeAsync(500);
    const now = say(voice, 'now');
    ready.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(log).toEqual(['load 1', '1 speaks long', 'load 2', 'close 2']);
    speaking.open();
    await now;
    await vi.advanceTimersByTimeAsync(500);
    expect(log.slice(4)).toEqual(['1 speaks now', 'load 3', 'close 1']);
  });

  it('closes the model it has, and renews no more', async () => {
    const { log, load } = models();
    const voice = await WholeSynthesiser.open(load, rateHz);
    await say(voice, 'long');
    await voice.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(log).toEqual(['load 1', '1 speaks long', 'close 1']);
  });
});
