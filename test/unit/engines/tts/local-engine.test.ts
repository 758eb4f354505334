import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { bindFlag } from '../../../../src/core/abort.ts';
import { LocalTtsEngine } from '../../../../src/engines/tts/local-engine.ts';
import { maxTextChars } from '../../../../src/engines/tts/text-limit.ts';
import { collect } from '../../../support/streams.ts';
import { fakeTtsModel } from '../../../support/engines/fake-tts-model.ts';

const never = new AbortController().signal;
const settings = { speed: 1, maxLoadedModels: 1 };

/** A gate that opens when told. */
function makeGate() {
  const door = new EventEmitter();
  const opened = once(door, 'open');
  const gate = async () => void (await opened);
  return { gate, open: () => door.emit('open') };
}

describe('LocalTtsEngine', () => {
  it('speaks sentence by sentence with the default voice and speed', async () => {
    const model = fakeTtsModel('a');
    const engine = new LocalTtsEngine([model], { ...settings, speed: 1.5 });
    const chunks = await collect(engine.speak('One. Two', { signal: never }));
    expect(model.spoken).toEqual([
      { text: 'One.', how: { voice: 'a', speed: 1.5 } },
      { text: 'Two.', how: { voice: 'a', speed: 1.5 } },
    ]);
    expect(chunks.map(({ samples, rateHz }) => [samples.length, rateHz])).toEqual([
      [4, 16_000],
      [4, 16_000],
    ]);
  });

  it('clamps and rounds to 16 bits', async () => {
    const engine = new LocalTtsEngine(
      [fakeTtsModel('a', { sample: 1.5 }), fakeTtsModel('b', { sample: -0.5 })],
      settings,
    );
    const [loud] = await collect(engine.speak('A', { signal: never }));
    const [quiet] = await collect(engine.speak('A', { voice: 'b', signal: never }));
    expect([loud?.samples[0], quiet?.samples[0]]).toEqual([32_767, -16_383]);
  });

  it('fails when the voice makes samples that are no numbers', async () => {
    const engine = new LocalTtsEngine([fakeTtsModel('a', { sample: Number.NaN })], settings);
    await expect(collect(engine.speak('A', { signal: never }))).rejects.toMatchObject({
      code: 'ENGINE_FAILED',
    });
  });

  it('skips what can not be spoken between sentences', async () => {
    const model = fakeTtsModel('a');
    await collect(new LocalTtsEngine([model], settings).speak('One. 😀 ! Two.', { signal: never }));
    expect(model.spoken.map((call) => call.text)).toEqual(['One.', 'Two.']);
  });

  it('passes a speaker on and names the nearest for an unknown one', async () => {
    const model = fakeTtsModel('a', { speakers: ['bella', 'nova'] });
    const engine = new LocalTtsEngine([model], settings);
    await collect(engine.speak('One.', { speaker: 'nova', signal: never }));
    expect(model.spoken[0]?.how.speaker).toBe('nova');
    await expect(collect(engine.speak('One.', { speaker: 'bela', signal: never }))).rejects.toMatchObject({
      code: 'REQUEST_VOICE_UNKNOWN',
      message: expect.stringContaining('"bella"'),
    });
  });

  it('accepts a text at the limit and refuses a longer one before it loads a voice', async () => {
    const model = fakeTtsModel('a');
    const engine = new LocalTtsEngine([model], settings);
    const tooLong = engine.speak('a'.repeat(maxTextChars + 1), { signal: never });
    await expect(collect(tooLong)).rejects.toMatchObject({ code: 'REQUEST_TOO_LARGE' });
    expect(model.calls).toEqual([]);
    expect(await collect(engine.speak('a'.repeat(maxTextChars), { signal: never }))).not.toEqual([]);
  });

  it('keeps no more models in memory than allowed, the longest unused leaves', async () => {
    const [a, b, c] = [fakeTtsModel('a'), fakeTtsModel('b'), fakeTtsModel('c')];
    const engine = new LocalTtsEngine([a, b, c], { ...settings, maxLoadedModels: 2 });
    for (const voice of ['a', 'b', 'a', 'c']) await collect(engine.speak('One.', { voice, signal: never }));
    expect([a.calls, b.calls, c.calls]).toEqual([['load'], ['load', 'close'], ['load']]);
  });

  it('stops before the next sentence when the bound flag is set', async () => {
    const model = fakeTtsModel('a');
    const { signal } = new AbortController();
    let isSet = false;
    bindFlag(signal, () => isSet);
    const speaking = new LocalTtsEngine([model], settings).speak('One. Two. Three.', { signal });
    await speaking.next();
    isSet = true;
    await expect(speaking.next()).rejects.toThrow('aborted');
    expect(model.spoken).toHaveLength(1);
  });

  it('leaves at once when aborted in a sentence, and the next speaker waits for its end', async () => {
    const { gate, open } = makeGate();
    const model = fakeTtsModel('a', { gate });
    const engine = new LocalTtsEngine([model], settings);
    const abort = new AbortController();
    const first = collect(engine.speak('One.', { signal: abort.signal }));
    const second = collect(engine.speak('Two.', { signal: never }));
    await expect.poll(() => model.spoken.length).toBe(1);
    abort.abort(new Error('left'));
    await expect(first).rejects.toThrow('left');
    expect(model.spoken).toHaveLength(1);
    open();
    expect(await second).toHaveLength(1);
  });

  it('refuses more waiting speakers than it could serve in time', async () => {
    const { gate, open } = makeGate();
    const engine = new LocalTtsEngine([fakeTtsModel('a', { gate })], settings);
    const speakers = Array.from({ length: 17 }, () =>
      collect(engine.speak('One.', { signal: new AbortController().signal })),
    );
    const results = Promise.allSettled(speakers);
    open();
    const failures = (await results).filter((result) => result.status === 'rejected');
    expect(failures.map((failure) => failure.reason.code)).toEqual(['ENGINE_OVERLOADED']);
  });

  it('finishes the running sentence when it is closed, then lets its models go', async () => {
    const { gate, open } = makeGate();
    const model = fakeTtsModel('a', { gate });
    const engine = new LocalTtsEngine([model], settings);
    const speaking = collect(engine.speak('One.', { signal: never }));
    await expect.poll(() => model.spoken.length).toBe(1);
    const closed = engine[Symbol.asyncDispose]();
    open();
    expect(await speaking).toHaveLength(1);
    await closed;
    expect(model.calls).toEqual(['load', 'close']);
    await expect(collect(engine.speak('Two.', { signal: never }))).rejects.toMatchObject({
      code: 'SHUTTING_DOWN',
    });
  });
});
