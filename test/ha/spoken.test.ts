/** Spoken commands through a real core's Assist pipeline: recordings in real time, real models, real entities. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PipelineRun, runPipeline, type Spoken } from '../../src/bench/ha/pipeline-run.ts';
import { addHearken, addWyoming, createPipeline, entitiesOf } from '../../src/bench/ha/set-up.ts';
import { betweenMs } from '../../src/bench/ha/stages.ts';
import { decodeReply } from './support/decode-reply.ts';
import { startScriptedServer } from './support/scripted-server.ts';
import { act, never, type RealHome, recording, startTestHome } from './support/test-home.ts';

let home: RealHome;

beforeAll(async () => {
  home = await startTestHome({ wake: [{ model: 'hey_jarvis' }] });
}, 300_000);

afterAll(async () => await home[Symbol.asyncDispose]());

const speak = async (say: Spoken | string, pipeline = home.pipeline.id): Promise<PipelineRun> =>
  await runPipeline(home.client, { pipeline, say }, { signal: never });

const eventTypes = ({ events }: PipelineRun): string[] => events.map(({ type }) => type);

describe('a spoken command in a real core', () => {
  it('changes the entity and answers aloud when the client ends the audio', async () => {
    await act(home.client, 'lock.unlock', 'lock.front_door');
    const command = recording('commands/ha-en-real/lock-the-front-door.wav');
    const run = await speak({ command, endedBy: 'client' });
    expect(run.error).toBeUndefined();
    expect(await home.client.state('lock.front_door')).toBe('locked');
    expect(run.speech).toMatch(/front door.*lock/i);
    const reply = await decodeReply(run.audio);
    expect(reply.length / 16_000).toBeGreaterThan(0.6);
    expect(reply.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)).toBeGreaterThan(3_000);
  });

  it('is woken by a recorded wake word and ended by the silence after it', async () => {
    const run = await speak({
      wakeWord: recording('wake/real-single/hey-jarvis_wow.wav'),
      command: recording('commands/ha-en-tts/open-the-sliding-door-in-the-office.wav'),
      endedBy: 'listener',
    });
    expect(run.error).toBeUndefined();
    expect(eventTypes(run)).toEqual(
      expect.arrayContaining(['wake_word-end', 'stt-vad-start', 'stt-vad-end']),
    );
    expect(run.heard?.toLowerCase()).toContain('sliding door');
    expect(await home.client.state('cover.sliding_door')).toBe('open');
    expect(run.speech).toMatch(/sliding door is open/i);
    expect(run.audio.length).toBeGreaterThan(2_000);
  });

  it('answers a question and changes nothing', async () => {
    const command = recording('commands/ha-en-real/is-the-front-door-locked.wav');
    const run = await speak({ command, endedBy: 'listener' });
    expect(run.speech).toMatch(/^yes.*locked/i);
    expect(await home.client.state('lock.front_door')).toBe('locked');
  });

  it('ends a turn in which nobody speaks with an error and without an action', async () => {
    const run = await speak({ command: new Int16Array(16_000), endedBy: 'client' });
    expect(run.error?.code).toBe('stt-no-text-recognized');
    expect(eventTypes(run)).not.toContain('intent-start');
  });

  it('starts speaking a long answer before its text is finished', async () => {
    const sentence = 'The first of the many things I have to tell is that all the windows are closed.';
    await using server = await startScriptedServer({
      wyomingPort: home.program.port,
      answer: async function* () {
        for (let i = 0; i < 6; i += 1) {
          yield `${sentence} `;
          await delay(500);
        }
      },
    });
    const entry = await addHearken(home.client, server.api, {
      voice_services: false,
      pipeline: false,
      preferred: false,
    });
    const agent = (await entitiesOf(home.client, entry)).get('conversation') ?? '';
    const services = new Map([
      ['stt', home.pipeline.stt_engine ?? ''],
      ['tts', home.pipeline.tts_engine ?? ''],
    ]);
    const pipeline = await createPipeline(home.client, { name: 'Talkative', services, agent });
    const run = await speak('tell me everything', pipeline);
    expect(run.speech?.trim()).toBe(Array(6).fill(sentence).join(' '));
    // The text takes 3 s; the first sound must not wait for it.
    expect(betweenMs(run, 'sound', 'answer')).toBeGreaterThan(1_000);
    expect((await decodeReply(run.audio)).length / 16_000).toBeGreaterThan(15);
  });

  it('serves a pipeline of the Wyoming entry alone', async () => {
    const services = await entitiesOf(home.client, await addWyoming(home.client, home.program));
    const agent = services.get('conversation') ?? '';
    const pipeline = await createPipeline(home.client, { name: 'Wyoming alone', services, agent });
    const command = recording('commands/ha-en-tts/close-the-sliding-door.wav');
    const run = await speak({ command, endedBy: 'client' }, pipeline);
    expect(await home.client.state('cover.sliding_door')).toBe('closed');
    expect(run.speech).toMatch(/sliding door is closed/i);
  });
});
