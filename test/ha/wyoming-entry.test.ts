import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWavMono } from '../../src/audio/wav.ts';
import { z } from 'zod';
import type { Program } from '../../src/bench/ha/program.ts';
import { addWyoming, createPipeline, entitiesOf } from '../../src/bench/ha/set-up.ts';
import { startTestProgram } from './support/test-program.ts';
import { evalDir } from '../support/real-models.ts';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import { startCore, type CoreProcess } from './support/core-process.ts';
import { furnish } from '../../src/bench/ha/furnish.ts';
import { defaultHouse } from '../../src/bench/ha/house.ts';
import { runPipeline } from '../../src/bench/ha/pipeline-run.ts';

let core: CoreProcess;
let client: CoreClient;
let hearken: Program;
let services: ReadonlyMap<string, string>;
let pipeline: string;

beforeAll(async () => {
  core = await startCore();
  client = await CoreClient.onboard(core);
  await furnish(client, defaultHouse);
  hearken = await startTestProgram(client);
}, 300_000);

afterAll(async () => {
  await hearken[Symbol.asyncDispose]();
  await client[Symbol.asyncDispose]();
  await core[Symbol.asyncDispose]();
});

describe('the Wyoming entry in a real core', () => {
  it('brings wake word, speech-to-text, text-to-speech and a conversation agent', async () => {
    services = await entitiesOf(client, await addWyoming(client, hearken));
    expect([...services.values()].sort()).toEqual([
      'conversation.hearken',
      'stt.hearken',
      'tts.hearken',
      'wake_word.hearken',
    ]);
    const { voices } = await client.read(
      z.looseObject({ voices: z.array(z.looseObject({ voice_id: z.string() })) }),
      'tts/engine/voices',
      { engine_id: 'tts.hearken', language: 'en' },
    );
    expect(voices.map(({ voice_id }) => voice_id)).toContain('sanotts-amy');
  });

  it('serves a pipeline', async () => {
    pipeline = await createPipeline(client, {
      name: 'Wyoming alone',
      services,
      agent: services.get('conversation') ?? '',
    });
    expect(pipeline).not.toBe('');
  });

  it('hears a recorded command, changes the entity and answers aloud', async () => {
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
