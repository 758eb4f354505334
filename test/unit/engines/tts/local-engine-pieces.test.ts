import { describe, expect, it } from 'vitest';
import { bindFlag } from '../../../../src/core/abort.ts';
import { LocalTtsEngine } from '../../../../src/engines/tts/local-engine.ts';
import { pieceByPiece as voice } from '../../../support/engines/piecewise-voice.ts';
import { collect, noAbort } from '../../../support/streams.ts';

const settings = { speed: 1, maxLoadedModels: 1 };

describe('LocalTtsEngine with a voice that is heard while it is made', () => {
  it('hands out a piece before the next one is begun, and asks for none that nobody takes', async () => {
    const { model, log } = voice('a');
    const speaking = new LocalTtsEngine([model], settings).speak('One.', { signal: noAbort });
    await speaking.next();
    await speaking.next();
    expect(log).toEqual(['load', 'One. 1', 'One. 2']);
    await speaking.return();
  });

  it('does not let a short text wait for the end of a long sentence', async () => {
    const { model, log } = voice('a');
    const engine = new LocalTtsEngine([model], settings);
    await Promise.all([
      collect(engine.speak('Long.', { signal: noAbort })),
      collect(engine.speak('Short.', { signal: noAbort })),
    ]);
    expect(log.indexOf('Short. 1')).toBeLessThan(log.indexOf('Long. 3'));
    expect(log.filter((line) => /\d$/u.test(line))).toHaveLength(8);
  });

  it('stops between two pieces when the bound flag is set, and lets the voice know', async () => {
    const { model, log } = voice('a');
    const { signal } = new AbortController();
    let isSet = false;
    bindFlag(signal, () => isSet);
    const engine = new LocalTtsEngine([model], settings);
    const speaking = engine.speak('One.', { signal });
    await speaking.next();
    isSet = true;
    await expect(speaking.next()).rejects.toThrow('aborted');
    await engine[Symbol.asyncDispose]();
    expect(log).toEqual(['load', 'One. 1', 'One. over', 'close']);
  });

  it('leaves at once when aborted in a piece, and ends the sentence after it', async () => {
    const { model, log, hold, letGo } = voice('a');
    hold('One. 2');
    const engine = new LocalTtsEngine([model], settings);
    const abort = new AbortController();
    const speaking = collect(engine.speak('One.', { signal: abort.signal }));
    await expect.poll(() => log).toContain('One. 2');
    abort.abort(new Error('left'));
    await expect(speaking).rejects.toThrow('left');
    expect(log).not.toContain('One. over');
    letGo('One. 2');
    expect(await collect(engine.speak('Two.', { signal: noAbort }))).toHaveLength(4);
    expect(log.indexOf('One. over')).toBeLessThan(log.indexOf('Two. 1'));
  });

  it('keeps a voice that has to leave until its sentence is over', async () => {
    const [a, b] = [voice('a'), voice('b')];
    const engine = new LocalTtsEngine([a.model, b.model], settings);
    const first = engine.speak('One.', { voice: 'a', signal: noAbort });
    await first.next();
    expect(await collect(engine.speak('Two.', { voice: 'b', signal: noAbort }))).toHaveLength(4);
    expect(a.log).not.toContain('close');
    expect(await collect(first)).toHaveLength(3);
    await engine[Symbol.asyncDispose]();
    expect(a.log.slice(-2)).toEqual(['One. over', 'close']);
    expect(b.log.filter((line) => line === 'close')).toHaveLength(1);
  });

  it('speaks no further piece after it was closed', async () => {
    const { model } = voice('a');
    const engine = new LocalTtsEngine([model], settings);
    const speaking = engine.speak('One.', { signal: noAbort });
    await speaking.next();
    await engine[Symbol.asyncDispose]();
    await expect(speaking.next()).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
  });

  it('ends a sentence that sounds longer than its text can, and speaks the next one', async () => {
    const seconds = 16_000;
    const { model } = voice('a', { pieces: 4, samples: 5 * seconds });
    const engine = new LocalTtsEngine([model], settings);
    const speaking = engine.speak('Onward.', { speed: 1.5, signal: noAbort });
    expect((await speaking.next()).done).toBe(false);
    expect((await speaking.next()).done).toBe(false);
    await expect(speaking.next()).rejects.toMatchObject({ code: 'MODEL_CORRUPT' });
    expect(await collect(engine.speak('Spoken as slowly.', { speed: 0.5, signal: noAbort }))).toHaveLength(4);
  });
});
