import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readWav } from '../../src/audio/wav.ts';
import { startHearken } from '../support/hearken-server.ts';
import type { HearkenServer } from '../support/hearken-server.ts';
import { realVoiceFiles } from '../support/engines/installed-voice.ts';
import { Peer, audioStop, samplesIn } from '../support/peer.ts';
import { describeReal, evalDir } from '../support/real-models.ts';

const clip = 'commands/format/turn-on-the-living-room-lamp_44k.wav';
const files = [
  `eval/${clip}`,
  'models/stt-kws/zipformer-gigaspeech-3.3M-mobile/bpe.vocab',
  ...realVoiceFiles,
];

describeReal('the services with real weights', files, () => {
  let server: HearkenServer;
  beforeAll(async () => {
    server = await startHearken();
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it('hear 44.1 kHz stereo', async () => {
    const { format, data } = readWav(await readFile(join(evalDir, clip)));
    expect(format).toEqual({ rateHz: 44_100, widthBytes: 2, channels: 2 });
    const wire = { rate: format.rateHz, width: format.widthBytes, channels: format.channels };
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'transcribe', data: { language: 'en' } }, { type: 'audio-start', data: wire });
    for (let from = 0; from < data.length; from += 4_000)
      await peer.send({ type: 'audio-chunk', data: wire, payload: data.subarray(from, from + 4_000) });
    await peer.send(audioStop);
    expect((await peer.next('transcript')).data.text).toMatch(/living room/iu);
  });

  it('speak a text of words, and nothing for symbols only', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'synthesize', data: { text: 'The lamp is on.' } });
    expect(samplesIn(await peer.until('audio-stop'))).toBeGreaterThan(10_000);
    for (const text of ['🙂🙂', '*** --- ***', '…']) {
      await peer.send({ type: 'synthesize', data: { text } });
      expect(samplesIn(await peer.until('audio-stop'))).toBe(0);
    }
  });

  it('name the nearest of their own voices and languages', async () => {
    await using peer = await Peer.open(server.uri);
    await peer.send({ type: 'synthesize', data: { text: 'Hello.', voice: { name: 'sanotts-emy' } } });
    expect((await peer.next('error')).data.text).toContain('did you mean "sanotts-amy"?');
    await peer.send({ type: 'transcribe', data: { language: 'enn' } }, audioStop);
    expect((await peer.next('error')).data.text).toContain('did you mean "en"?');
  });
});
