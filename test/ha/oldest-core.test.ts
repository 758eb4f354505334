/** The oldest core that the store admits: what is there works, what came later is told and not missed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runPipeline } from '../../src/bench/ha/pipeline-run.ts';
import { type RealHome, startRealHome } from '../../src/bench/ha/real-home.ts';
import { packageDirectory } from '../../src/model-store/model-directories.ts';
import { oldestPython } from './support/oldest-core.ts';
import { say } from './support/say.ts';
import { never, recording } from './support/test-home.ts';
import { testModels } from './support/test-program.ts';
import { tracesOf } from './support/traces.ts';

let home: RealHome;

beforeAll(async () => {
  home = await startRealHome({
    python: oldestPython(),
    settings: { models: testModels, stt: { endpointing: 'hearken' } },
    signal: never,
    progress: () => undefined,
  });
}, 300_000);

afterAll(async () => await home[Symbol.asyncDispose]());

const issueList = z.looseObject({
  issues: z.array(z.looseObject({ domain: z.string(), translation_key: z.string() })),
});

describe('the oldest core', () => {
  it('is the one that the store names', async () => {
    const store = z
      .object({ name: z.string(), homeassistant: z.string() })
      .parse(JSON.parse(readFileSync(join(packageDirectory, 'hacs.json'), 'utf8')));
    const config = await home.client.read(z.looseObject({ version: z.string() }), 'get_config');
    const release = store.homeassistant.split('.').slice(0, 2).join('.');
    expect(config.version).toMatch(new RegExp(`^${release}\\.\\d+$`));
  });

  it('has all four services of the last step in a preferred pipeline', () => {
    expect(home.pipeline).toMatchObject({
      conversation_engine: 'conversation.hearken',
      stt_engine: 'stt.hearken',
      tts_engine: 'tts.hearken',
      wake_word_entity: 'wake_word.hearken',
    });
  });

  it('carries out a sentence in the room where it was said, and proves it', async () => {
    const { response } = await say(home.client, home.pipeline.conversation_engine, 'turn on the office lamp');
    expect(response.response_type).toBe('action_done');
    expect(await home.client.state('light.office_lamp')).toBe('on');
  });

  it('ends a spoken sentence by its own silence although the recogniser would, and says so as a repair', async () => {
    const run = await runPipeline(
      home.client,
      {
        pipeline: home.pipeline.id,
        say: {
          command: recording('commands/ha-en-tts/open-the-sliding-door-in-the-office.wav'),
          endedBy: 'listener',
        },
      },
      { signal: never },
    );
    expect(run.error).toBeUndefined();
    expect(run.events.map(({ type }) => type)).toContain('stt-vad-end');
    expect(await home.client.state('cover.sliding_door')).toBe('open');
    expect(run.audio.length).toBeGreaterThan(2_000);
    const { issues } = await home.client.read(issueList, 'repairs/list_issues');
    expect(issues).toEqual([
      expect.objectContaining({ domain: 'hearken', translation_key: 'endpointing_ignored' }),
    ]);
  });

  it('is left without a trace when the integration is removed', async () => {
    const [entry] = await home.client.read(
      z.array(z.looseObject({ entry_id: z.string() })),
      'config_entries/get',
      { domain: 'hearken' },
    );
    await home.client.removeEntry(entry?.entry_id ?? '');
    expect(await tracesOf(home.client)).toEqual([]);
  });
});
