import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readWavMono } from '../../src/audio/wav.ts';
import { startHearken } from '../support/hearken-server.ts';
import { realVoiceFiles } from '../support/engines/installed-voice.ts';
import { Peer, audioStop, speechStart } from '../support/peer.ts';
import { childrenOf } from '../support/processes.ts';
import { describeReal, evalDir } from '../support/real-models.ts';

const command = 'commands/ha-en-tts/turn-on-lights-in-the-kitchen.wav';
const files = [
  `eval/${command}`,
  'models/stt-kws/zipformer-gigaspeech-3.3M-mobile/bpe.vocab',
  ...realVoiceFiles,
];

describeReal('the engine host with real weights, ended in mid-turn', files, () => {
  it.each(['SIGABRT', 'SIGSEGV'] as const)('by %s, is back within 3 s', async (how) => {
    const speech = readWavMono(await readFile(join(evalDir, command)));
    const launchedMs = performance.now();
    await using hearken = await startHearken();
    await using peer = await Peer.open(hearken.uri);
    const ask = async (): Promise<string> => {
      await peer.send({ type: 'transcribe', data: { language: 'en' } }, speechStart);
      await peer.sendAudio(speech);
      await peer.send(audioStop);
      return (await peer.next('transcript')).data.text;
    };
    expect(await ask()).toMatch(/kitchen/iu);
    const firstMs = performance.now() - launchedMs;
    await peer.send({ type: 'transcribe', data: { language: 'en' } }, speechStart);
    await peer.sendAudio(speech.subarray(0, 16_000));
    const [host = 0] = await childrenOf(hearken.pid);
    process.kill(host, how);
    expect((await peer.next('error')).data.code).toBe('ENGINE_CRASHED');
    const startedMs = performance.now();
    await peer.send(audioStop);
    expect(await ask()).toMatch(/kitchen/iu);
    // On a machine that has other work, no longer than the whole program took to its first answer.
    expect(performance.now() - startedMs).toBeLessThan(Math.max(3_000, firstMs));
    await peer.send({ type: 'synthesize', data: { text: 'Done.' } });
    expect((await peer.next('audio-chunk')).payload.byteLength).toBeGreaterThan(0);
  });
});
