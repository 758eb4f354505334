import { describe, expect, it } from 'vitest';
import { abortable } from '../../../../src/core/abort.ts';
import { Queue } from '../../../../src/core/queue.ts';
import { LocalTtsEngine } from '../../../../src/engines/tts/local-engine.ts';
import { speakStream } from '../../../../src/engines/tts/speak-stream.ts';
import { collect } from '../../../support/streams.ts';
import { fakeTtsModel } from '../../../support/engines/fake-tts-model.ts';

const never = new AbortController().signal;
const forever = async (signal: AbortSignal) => abortable(new Promise<void>(() => undefined), signal);

function openStream({
  pause = forever,
  signal = never,
}: { pause?: typeof forever; signal?: AbortSignal } = {}) {
  const model = fakeTtsModel('a');
  const engine = new LocalTtsEngine([model], { speed: 1, maxLoadedModels: 1 });
  const texts = new Queue<string>({ limit: 100, policy: 'fail' });
  const sounds = speakStream(engine, texts, { signal, pause });
  return {
    sounds,
    spoken: () => model.spoken.map((call) => call.text),
    write: async (...pieces: readonly string[]) => {
      for (const piece of pieces) await texts.push(piece, never);
    },
    end: () => texts.close(),
  };
}

describe('speakStream', () => {
  it('speaks the first sentence before later text arrives', async () => {
    const stream = openStream();
    const first = stream.sounds.next();
    await stream.write('The lamp', ' is on. The d');
    expect((await first).value?.samples).toHaveLength('The lamp is on.'.length);
    await stream.write('oor is shut');
    stream.end();
    await collect(stream.sounds);
    expect(stream.spoken()).toEqual(['The lamp is on.', 'The door is shut.']);
  });

  it('speaks a probable sentence when the text pauses', async () => {
    const stream = openStream({ pause: async () => undefined });
    const first = stream.sounds.next();
    await stream.write('The lamp is on.');
    expect((await first).done).toBe(false);
    stream.end();
    expect(await collect(stream.sounds)).toEqual([]);
  });

  it('makes sounds ahead of the listener, but not all of them', async () => {
    const stream = openStream();
    await stream.write('One. Two. Three. Four. Five. Six. Seven. Eight.');
    stream.end();
    await stream.sounds.next();
    await expect.poll(() => stream.spoken().length).toBe(3);
    await new Promise((resolve) => setImmediate(resolve));
    expect(stream.spoken()).toHaveLength(3);
    expect(await collect(stream.sounds)).toHaveLength(7);
  });

  it('ends without a sound for a text without words', async () => {
    const stream = openStream();
    await stream.write(' ', '😀\n');
    stream.end();
    expect(await collect(stream.sounds)).toEqual([]);
  });

  it('refuses a whole text over the limit before any sound', async () => {
    const stream = openStream();
    await stream.write('One. '.repeat(2_000));
    await expect(stream.sounds.next()).rejects.toMatchObject({ code: 'REQUEST_TOO_LARGE' });
    expect(stream.spoken()).toEqual([]);
  });

  it('ends with the reason of an abort while it waits for text', async () => {
    const abort = new AbortController();
    const stream = openStream({ signal: abort.signal });
    await stream.write('The lamp is');
    const sounds = collect(stream.sounds);
    abort.abort(new Error('left'));
    await expect(sounds).rejects.toThrow('left');
  });

  it('stops making sounds when the listener leaves', async () => {
    const stream = openStream();
    await stream.write('One. Two. Three. Four. Five. Six.');
    for await (const sound of stream.sounds) if (sound.samples.length > 0) break;
    const spoken = stream.spoken().length;
    await new Promise((resolve) => setImmediate(resolve));
    expect(stream.spoken()).toHaveLength(spoken);
  });

  it('passes on a failure of the text', async () => {
    const engine = new LocalTtsEngine([fakeTtsModel('a')], { speed: 1, maxLoadedModels: 1 });
    async function* texts() {
      yield 'One. T';
      throw new Error('the writer broke');
    }
    const heard: number[] = [];
    const listen = async () => {
      for await (const sound of speakStream(engine, texts(), { signal: never }))
        heard.push(sound.samples.length);
    };
    await expect(listen()).rejects.toThrow('the writer broke');
    expect(heard).toEqual([4]);
  });
});
