import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { turnList } from '../../../../src/api/turns.ts';
import { readWavMono } from '../../../../src/audio/wav.ts';
import {
  converse,
  describeServer,
  listen,
  synthesize,
  transcribe,
} from '../../../../src/client/voice-client.ts';
import { type HearkenServer, startHearken } from '../../../support/hearken-server.ts';
import { describeReal, evalDir } from '../../../support/real-models.ts';
import { apiUrlOf } from '../../../support/served-turn.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const command = 'commands/ha-en-tts/turn-on-lights-in-the-kitchen.wav';
const files = [`eval/${command}`, 'models/stt-kws/zipformer-gigaspeech-3.3M-mobile/bpe.vocab'];
/** Up to four programs start, one after the other. */
const testMs = 120_000;
/** The time of one test. */
const soon = () => AbortSignal.timeout(testMs);

const count = ({ log }: HearkenServer, message: string): number =>
  log.filter((line) => line.includes(`"msg":"${message}"`)).length;

const startWorker = (port = '0') => startHearken({ args: ['--only', 'stt,tts', '--port', port] });

describeReal('a worker that is killed', files, () => {
  vi.setConfig({ testTimeout: testMs });

  it('costs the sentence a repetition here, and serves again when it is back', async () => {
    const signal = soon();
    const samples = readWavMono(await readFile(join(evalDir, command)));
    let worker = await startWorker();
    const port = String(worker.port);
    const engines = `tcp://127.0.0.1:${port},local`;
    await using front = await startHearken({
      args: ['--only', 'stt,tts', '--stt-engines', engines, '--tts-engines', engines],
    });
    const arrived = (times: number) =>
      expect.poll(() => count(front, 'a worker is there'), { timeout: 20_000 }).toBe(times);
    try {
      await arrived(2);
      const { text } = await transcribe(front.uri, samples, { signal, realTime: false });
      expect(text).toMatch(/kitchen/iu);
      const shares = [0.3, 0.9];
      for (const [index, share] of shares.entries()) {
        const hearing = transcribe(front.uri, samples, { signal, realTime: true });
        await delay((samples.length / 16) * share);
        worker.kill('SIGKILL');
        expect((await hearing).text).toBe(text);
        expect(count(front, 'a request is repeated elsewhere')).toBe(index + 1);
        // Nobody tries the lost one while a person waits.
        expect((await synthesize(front.uri, 'Still here.', { signal })).samples.length).toBeGreaterThan(
          8_000,
        );
        expect(count(front, 'a request is repeated elsewhere')).toBe(index + 1);
        worker = await startWorker(port);
        await arrived(2 * (index + 2));
      }
    } finally {
      await worker[Symbol.asyncDispose]();
    }
  });

  it('is not waited for when it stops answering without a word', async () => {
    const signal = soon();
    const samples = readWavMono(await readFile(join(evalDir, command)));
    const worker = await startWorker();
    try {
      const engines = `${worker.uri},local`;
      await using front = await startHearken({ args: ['--only', 'stt', '--stt-engines', engines] });
      await expect.poll(() => count(front, 'a worker is there'), { timeout: 20_000 }).toBe(1);
      const { text } = await transcribe(front.uri, samples, { signal, realTime: false });
      const hearing = transcribe(front.uri, samples, { signal, realTime: true });
      await delay(samples.length / 32);
      worker.kill('SIGSTOP');
      expect((await hearing).text).toBe(text);
      expect(count(front, 'a worker can not be reached')).toBe(1);
    } finally {
      worker.kill('SIGKILL');
      await worker.exited;
    }
  });

  it('serves as one of four parts, and joins their turn', async () => {
    const signal = soon();
    await using data = await tempDir();
    await using stt = await startHearken({ args: ['--only', 'stt'] });
    await using tts = await startHearken({ args: ['--only', 'tts'] });
    await using wake = await startHearken({ args: ['--only', 'wake'] });
    const engines = ['--stt-engines', stt.uri, '--tts-engines', tts.uri, '--wake-engines', wake.uri];
    await using agent = await startHearken({ args: [...engines, '--data', data.path] });
    const api = await apiUrlOf(agent);
    while (!(await fetch(`${api}/health`, { signal })).ok) await delay(50);
    const info = await describeServer(agent.uri, { signal });
    expect(info.asr[0]?.models).toEqual((await describeServer(stt.uri, { signal })).asr[0]?.models);
    expect(info.tts[0]?.voices).toEqual((await describeServer(tts.uri, { signal })).tts[0]?.voices);
    expect(info.wake[0]?.models).toEqual((await describeServer(wake.uri, { signal })).wake[0]?.models);
    const samples = readWavMono(await readFile(join(evalDir, command)));
    for await (const heard of listen(agent.uri, samples, { signal, realTime: false })) void heard;
    const { text } = await transcribe(agent.uri, samples, { signal, realTime: true });
    const answer = await converse(agent.uri, text, { signal });
    const reply = await synthesize(agent.uri, answer.text, { signal });
    expect({ isHandled: answer.isHandled, isSpoken: reply.samples.length > 8_000 }).toEqual({
      isHandled: true,
      isSpoken: true,
    });
    const token = (await readFile(join(data.path, 'token'), 'utf8')).trim();
    const response = await fetch(`${api}/api/v1/turns`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const [turn] = turnList.parse(await response.json()).turns;
    expect(turn?.stages.map(({ stage }) => stage)).toEqual(['stt', 'agent', 'tts']);
    expect(turn?.unsure).toEqual([]);
  });
});
