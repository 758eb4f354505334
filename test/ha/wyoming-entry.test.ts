import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWavMono } from '../../src/audio/wav.ts';
import { startHearken, type HearkenServer } from '../support/hearken-server.ts';
import { evalDir } from '../support/real-models.ts';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import { startCore, type CoreProcess } from './support/core-process.ts';
import { furnish } from '../../src/bench/ha/furnish.ts';
import { defaultHouse } from '../../src/bench/ha/house.ts';
import { runPipeline } from '../../src/bench/ha/pipeline-run.ts';

let core: CoreProcess;
let client: CoreClient;
let hearken: HearkenServer;
let pipeline: string;

beforeAll(async () => {
  core = await startCore();
  client = await CoreClient.onboard(core);
  hearken = await startHearken({ env: { HEARKEN_HOME_URL: core.url, HEARKEN_HOME_TOKEN: client.token } });
}, 300_000);

afterAll(async () => {
  await hearken[Symbol.asyncDispose]();
  await client[Symbol.asyncDispose]();
  await core[Symbol.asyncDispose]();
});

describe('the Wyoming entry in a real core', () => {
  it('brings wake word, speech-to-text, text-to-speech and a conversation agent', async () => {
    const step = await client.flow('wyoming', { host: '127.0.0.1', port: hearken.port });
    expect(step['type']).toBe('create_entry');
    const states = await client.call<{ entity_id: string }[]>('get_states');
    const ids = states.map(({ entity_id }) => entity_id).filter((id) => id.endsWith('.hearken'));
    expect(ids.sort()).toEqual(['conversation.hearken', 'stt.hearken', 'tts.hearken', 'wake_word.hearken']);
    const voices = await client.call<{ voices: { voice_id: string }[] }>('tts/engine/voices', {
      engine_id: 'tts.hearken',
      language: 'en',
    });
    expect(voices.voices.map(({ voice_id }) => voice_id)).toContain('sanotts-amy');
  });

  it('serves a pipeline', async () => {
    const created = await client.call<{ id: string }>('assist_pipeline/pipeline/create', {
      name: 'Hearken',
      language: 'en',
      conversation_engine: 'conversation.hearken',
      conversation_language: 'en',
      stt_engine: 'stt.hearken',
      stt_language: 'en',
      tts_engine: 'tts.hearken',
      tts_language: 'en',
      tts_voice: null,
      wake_word_entity: 'wake_word.hearken',
      wake_word_id: null,
      prefer_local_intents: false,
    });
    pipeline = created.id;
    expect(pipeline).not.toBe('');
  });

  it('hears a recorded command, changes the entity and answers aloud', async () => {
    await furnish(client, defaultHouse);
    const kitchenLights = ['light.kitchen_light', 'light.counter_light'];
    await client.call('call_service', {
      domain: 'light',
      service: 'turn_on',
      target: { entity_id: kitchenLights },
    });
    const recording = readWavMono(
      readFileSync(join(evalDir, 'commands/ha-en-tts/turn-off-all-of-the-kitchen-lights.wav')),
    );
    const run = await runPipeline(
      client,
      { pipeline, say: { command: recording, endedBy: 'client' } },
      { signal: core.signal },
    );
    expect(run.heard?.toLowerCase()).toContain('kitchen lights');
    for (const entity_id of kitchenLights) expect(await client.state(entity_id)).toBe('off');
    expect(run.speech).toMatch(/kitchen/i);
    expect(run.audio.length).toBeGreaterThan(2_000);
  });
});
