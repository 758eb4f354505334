import { expect, it } from 'vitest';
import { realVoiceFiles } from '../support/engines/installed-voice.ts';
import { startHearken } from '../support/hearken-server.ts';
import { Peer, audioStop, chunkOf, speechStart } from '../support/peer.ts';
import { childrenOf, isAlive } from '../support/processes.ts';
import { describeReal } from '../support/real-models.ts';

const second = new Int16Array(16_000);
const files = ['models/stt-kws/zipformer-gigaspeech-3.3M-mobile/bpe.vocab', ...realVoiceFiles];

describeReal('SIGTERM in mid-turn', files, () => {
  it('lets an utterance that ends soon have its transcript, then ends the program', async () => {
    await using hearken = await startHearken();
    await using peer = await Peer.open(hearken.uri);
    // Answered when the engine is loaded, which may take longer than a turn may last after SIGTERM.
    await peer.send({ type: 'transcribe' }, speechStart, audioStop);
    await peer.next('transcript');
    await peer.send({ type: 'transcribe' }, speechStart, chunkOf(second), { type: 'ping' });
    await peer.next('pong');
    hearken.kill('SIGTERM');
    await peer.send(chunkOf(second), audioStop);
    expect((await peer.next('transcript')).data.text).toBe('');
    expect(await peer.isHungUp()).toBe(true);
    peer.connection.destroy();
    expect(await hearken.exited).toBe(0);
  });

  it('ends at once when nobody is served any more', async () => {
    await using hearken = await startHearken();
    {
      await using peer = await Peer.open(hearken.uri);
      // Waits for the engine to be loaded: garbage is collected more than once meanwhile.
      await peer.send({ type: 'transcribe' }, speechStart, audioStop);
      await peer.next('transcript');
      await peer.connection.close();
    }
    const startedMs = performance.now();
    hearken.kill('SIGTERM');
    expect(await hearken.exited).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(3_000);
  });

  it('tells an utterance that does not end, within the grace time', async () => {
    await using hearken = await startHearken();
    await using peer = await Peer.open(hearken.uri);
    await peer.send({ type: 'transcribe' }, speechStart, chunkOf(second), { type: 'ping' });
    await peer.next('pong');
    const startedMs = performance.now();
    hearken.kill('SIGTERM');
    expect((await peer.next('error')).data.code).toBe('SHUTTING_DOWN');
    expect(performance.now() - startedMs).toBeLessThan(6_000);
    peer.connection.destroy();
    expect(await hearken.exited).toBe(0);
  });

  it('lets a reply that is being spoken be heard to its end', async () => {
    await using hearken = await startHearken();
    await using peer = await Peer.open(hearken.uri);
    await peer.send({ type: 'synthesize', data: { text: 'The light is on. The door is shut.' } });
    await peer.next('audio-start');
    hearken.kill('SIGTERM');
    await peer.next('audio-stop');
    peer.connection.destroy();
    expect(await hearken.exited).toBe(0);
  });

  it('leaves no engine host behind when the program itself is killed', async () => {
    await using hearken = await startHearken();
    const [host = 0] = await childrenOf(hearken.pid);
    expect(isAlive(host)).toBe(true);
    hearken.kill('SIGKILL');
    await hearken.exited;
    await expect.poll(() => isAlive(host), { timeout: 5_000 }).toBe(false);
  });
});
