import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SendableEvent } from 'wyoming-ts';
import { directEngines } from '../support/engines/direct-engines.ts';
import { Peer, samplesIn, typesOf } from '../support/peer.ts';
import { startVoiceServer } from '../support/voice-server.ts';
import type { VoiceServer } from '../support/voice-server.ts';

/** Samples of one word of the test voice. */
const word = 1_102;

/** As Home Assistant streams: the pieces, then the whole text again, then the end. */
function stream(pieces: readonly string[], voice?: { name: string }): SendableEvent[] {
  return [
    { type: 'synthesize-start', data: voice ? { voice } : {} },
    ...pieces.map((text): SendableEvent => ({ type: 'synthesize-chunk', data: { text } })),
    { type: 'synthesize', data: { text: pieces.join('') } },
    { type: 'synthesize-stop' },
  ];
}

describe('text to speech over a port', () => {
  let server: VoiceServer;
  beforeAll(async () => {
    server = await startVoiceServer(await directEngines());
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('speaks one text between exactly one audio-start and one audio-stop', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'synthesize', data: { text: 'The light is on. The door is shut.' } });
    const events = await peer.until('audio-stop');
    expect(typesOf(events).filter((type) => type !== 'audio-chunk')).toEqual(['audio-start', 'audio-stop']);
    expect(typesOf(events)[0]).toBe('audio-start');
    expect(samplesIn(events)).toBe(8 * word);
    // Nothing comes after it: the pong is the next event.
    await peer.send({ type: 'ping' });
    expect(typesOf(await peer.until('pong'))).toEqual(['pong']);
  });

  it('keeps one format through a whole synthesis', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(...stream(['One two. ', 'Three four. ', 'Five.']));
    const events = await peer.until('synthesize-stopped');
    const formats = events.flatMap((event) =>
      event.type === 'audio-start' || event.type === 'audio-chunk'
        ? [`${event.data.rate} ${event.data.width} ${event.data.channels}`]
        : [],
    );
    expect(new Set(formats)).toEqual(new Set(['22050 2 1']));
  });

  it('speaks a stream once, whatever the cuts, and says when it stopped', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(...stream(['The li', 'ght is on. The', ' door', ' is shut']));
    const events = await peer.until('synthesize-stopped');
    expect(samplesIn(events)).toBe(8 * word);
    await peer.send({ type: 'ping' });
    expect(typesOf(await peer.until('pong'))).toEqual(['pong']);
  });

  it('speaks the first sentence of a stream before the next text has come', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'synthesize-start' });
    await peer.send({ type: 'synthesize-chunk', data: { text: 'The light is on. ' } });
    expect(typesOf(await peer.until('audio-chunk'))).toEqual(['audio-start', 'audio-chunk']);
    await peer.send({ type: 'synthesize-stop' });
    await peer.next('synthesize-stopped');
  });

  it.each([[[]], [['']], [['🙂🙂 ☂']], [['...', '!?']]])(
    'ends a stream of %j without a sound',
    async (pieces) => {
      await using peer = await Peer.open(server.uri);
      await peer.send(...stream(pieces));
      expect(typesOf(await peer.until('synthesize-stopped'))).toEqual(['synthesize-stopped']);
    },
  );

  it.each(['', '🙂', '$ % &'])('answers the text %j with silence of no length', async (text) => {
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'synthesize', data: { text } });
    expect(typesOf(await peer.until('audio-stop'))).toEqual(['audio-start', 'audio-stop']);
  });

  it('names the nearest voice when it does not know the asked one, and goes on', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'synthesize', data: { text: 'hello', voice: { name: 'amie' } } });
    expect((await peer.next('error')).data).toEqual({
      text: 'Unknown voice; did you mean "amy"?',
      code: 'REQUEST_VOICE_UNKNOWN',
    });
    await peer.send({ type: 'synthesize', data: { text: 'hello', voice: { name: 'amy' } } });
    expect(samplesIn(await peer.until('audio-stop'))).toBe(word);
  });

  it('chooses a voice by language, and takes an empty wish for none', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'synthesize', data: { text: 'hello', voice: { language: 'en-GB' } } });
    expect(samplesIn(await peer.until('audio-stop'))).toBe(word);
    await peer.send({ type: 'synthesize', data: { text: 'hello', voice: {} } });
    expect(samplesIn(await peer.until('audio-stop'))).toBe(word);
    await peer.send({ type: 'synthesize', data: { text: 'hello', voice: { language: 'enn' } } });
    expect((await peer.next('error')).data.text).toContain('did you mean "en"?');
  });

  it.each(['one piece', 'many pieces'])('refuses 100 kB of text in %s', async (how) => {
    await using peer = await Peer.open(server.uri);
    const pieces =
      how === 'one piece'
        ? ['word '.repeat(20_000)]
        : Array.from({ length: 2_000 }, () => 'word '.repeat(10));
    const sending = peer.send(...stream(pieces)).catch((error: unknown) => error);
    const events = await peer.until('synthesize-stopped');
    const failure = events.find((event) => event.type === 'error');
    expect(failure?.data).toMatchObject({ code: 'REQUEST_TOO_LARGE' });
    if (how === 'one piece') expect(typesOf(events)).toEqual(['error', 'synthesize-stopped']);
    await sending;
  });

  it('refuses a long text in one request before any audio', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'synthesize', data: { text: 'x'.repeat(8_001) } });
    const [event] = await peer.until('error');
    expect(event).toMatchObject({ data: { code: 'REQUEST_TOO_LARGE' } });
  });

  it('ends a failed stream with error and synthesize-stopped, and speaks nothing of its repetition', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(...stream(['One two. ', 'fail. ', 'Three.']));
    const events = await peer.until('synthesize-stopped');
    expect(typesOf(events)).toContain('error');
    expect(samplesIn(events)).toBe(2 * word);
    await peer.send({ type: 'synthesize', data: { text: 'hello' } });
    expect(samplesIn(await peer.until('audio-stop'))).toBe(word);
  });

  it('tells a failed synthesis without words of the text or a stack', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'synthesize', data: { text: 'fail' } });
    expect((await peer.next('error')).data).toEqual({
      text: 'A speech engine could not finish this request.',
      code: 'ENGINE_FAILED',
    });
  });

  it('reads the words of SSML only, also when it is streamed', async () => {
    await using peer = await Peer.open(server.uri);
    const text = '<speak>one <break time="1s"/>two &amp; three</speak>';
    await peer.send({ type: 'synthesize', data: { text, text_format: 'ssml' } });
    expect(samplesIn(await peer.until('audio-stop'))).toBe(3 * word);
    await peer.send({ type: 'synthesize-start', data: { text_format: 'ssml' } });
    for (const piece of [text.slice(0, 20), text.slice(20)])
      await peer.send({ type: 'synthesize-chunk', data: { text: piece } });
    await peer.send({ type: 'synthesize-stop' });
    expect(samplesIn(await peer.until('synthesize-stopped'))).toBe(3 * word);
  });

  it('reports the stage, with the time to the first sound', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send(...stream(['One two.']));
    await peer.next('synthesize-stopped');
    expect(server.facts.at(-1)).toMatchObject({
      stage: 'tts',
      isStream: true,
      firstAudioMs: expect.any(Number),
      audioMs: expect.closeTo(100, 0),
      pii: { text: 'One two.' },
    });
  });
});
