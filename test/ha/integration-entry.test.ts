import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import { furnish } from '../../src/bench/ha/furnish.ts';
import { defaultHouse } from '../../src/bench/ha/house.ts';
import { runPipeline } from '../../src/bench/ha/pipeline-run.ts';
import type { Program } from '../../src/bench/ha/program.ts';
import { addHearken, preferredPipeline } from '../../src/bench/ha/set-up.ts';
import { emptyDirectory, runCli } from '../support/hearken-cli.ts';
import { startCore, type CoreProcess } from './support/core-process.ts';
import { startTestProgram } from './support/test-program.ts';
import { type Reply, say as sayTo } from './support/say.ts';

let core: CoreProcess;
let client: CoreClient;
let hearken: Program;

const agent = 'conversation.hearken';
const dir = emptyDirectory();

beforeAll(async () => {
  core = await startCore();
  client = await CoreClient.onboard(core);
  await furnish(client, defaultHouse);
  hearken = await startTestProgram(client, { dir });
}, 300_000);

afterAll(async () => {
  await hearken[Symbol.asyncDispose]();
  await client[Symbol.asyncDispose]();
  await core[Symbol.asyncDispose]();
});

const say = async (text: string, fields: Record<string, unknown> = {}): Promise<Reply> =>
  await sayTo(client, agent, text, fields);

const entryStates = z.array(z.looseObject({ state: z.string() }));
const issueList = z.looseObject({
  issues: z.array(z.looseObject({ issue_id: z.string(), domain: z.string() })),
});
const flowRows = z.array(
  z.looseObject({
    flow_id: z.string(),
    handler: z.string(),
    context: z.looseObject({ source: z.string() }),
  }),
);

describe('the integration in a real core', () => {
  it('refuses a wrong token before anything is saved', async () => {
    const step = await client.flow('hearken', { ...hearken.api, token: 'wrong' });
    expect(step['errors']).toEqual({ base: 'invalid_auth' });
    expect(await client.call('config_entries/get', { domain: 'hearken' })).toEqual([]);
  });

  it('is added with its voice services and a preferred pipeline', async () => {
    await addHearken(client, hearken.api);
    const wyoming = await client.read(entryStates, 'config_entries/get', { domain: 'wyoming' });
    expect(wyoming.map(({ state }) => state)).toEqual(['loaded']);
    expect(await preferredPipeline(client)).toMatchObject({
      name: 'Hearken',
      conversation_engine: agent,
      stt_engine: 'stt.hearken',
      tts_engine: 'tts.hearken',
      wake_word_entity: 'wake_word.hearken',
      prefer_local_intents: false,
    });
  });

  it('is not added twice', async () => {
    const step = await client.flow('hearken', hearken.api);
    expect(step).toMatchObject({ type: 'abort', reason: 'already_configured' });
  });

  it('runs a text turn that changes an entity and says so', async () => {
    const { response } = await say('turn on the office lamp');
    expect(await client.state('light.office_lamp')).toBe('on');
    expect(response.response_type).toBe('action_done');
    expect(response.data.success?.map(({ id }) => id)).toEqual(['light.office_lamp']);
    expect(response.speech.plain.speech).toMatch(/office lamp/i);
  });

  it('claims no success for a bulb whose action fails', async () => {
    const { response } = await say('turn on the dead lamp');
    expect(await client.state('light.dead_lamp')).toBe('off');
    expect(response.response_type).toBe('error');
    expect(response.speech.plain.speech).not.toMatch(/^(ok|done)|turned on/i);
  });

  it('does not unlock a door at the first word', async () => {
    const { response } = await say('unlock the front door');
    expect(await client.state('lock.front_door')).toBe('locked');
    expect(response.speech.plain.speech).toMatch(/confirm|sure|yes|\?/i);
  });

  it('streams the reply of a pipeline run into the chat log', async () => {
    const pipeline = (await preferredPipeline(client))?.id ?? '';
    const run = await runPipeline(
      client,
      { pipeline, say: 'turn off the office lamp', endStage: 'intent' },
      { signal: core.signal },
    );
    expect(run.events.map(({ type }) => type)).toContain('intent-progress');
    const end = run.events.find(({ type }) => type === 'intent-end');
    expect(end?.data).toMatchObject({ processed_locally: false });
    expect(await client.state('light.office_lamp')).toBe('off');
  });

  it('raises an issue for a pipeline that prefers local intents', async () => {
    const { id, ...pipeline } = (await preferredPipeline(client)) ?? { id: '' };
    await client.call('assist_pipeline/pipeline/update', {
      ...pipeline,
      pipeline_id: id,
      prefer_local_intents: true,
    });
    const { issues } = await client.read(issueList, 'repairs/list_issues');
    expect(issues).toContainEqual(
      expect.objectContaining({ domain: 'hearken', issue_id: `prefer_local_intents_${id}` }),
    );
  });

  it('asks to sign in again when the token was replaced, and works with the new one', async () => {
    const token = (await runCli(['token', 'new', '--data', join(dir, 'hearken')])).stdout.toString().trim();
    const refused = await say('turn on the office lamp');
    expect(refused.response.response_type).toBe('error');
    expect(refused.response.speech.plain.speech).toContain('sign in again');
    const flows = await client.read(flowRows, 'config_entries/flow/progress');
    const reauth = flows.find(({ handler, context }) => handler === 'hearken' && context.source === 'reauth');
    const answer = await client.post(`config/config_entries/flow/${reauth?.flow_id}`, { token });
    expect(answer).toMatchObject({ type: 'abort', reason: 'reauth_successful' });
    await expect
      .poll(async () => (await say('turn on the office lamp')).response.response_type)
      .toBe('action_done');
    expect(await client.state('light.office_lamp')).toBe('on');
    await say('turn off the office lamp');
  });

  it('claims nothing when Hearken is killed in the middle of a turn', async () => {
    const turn = say('turn on the slow lamp');
    // The lamp's action starts with 1.5 s of nothing, so that the turn is at work now.
    await new Promise((resolve) => setTimeout(resolve, 300));
    hearken.kill('SIGKILL');
    const { response } = await turn;
    expect(response.response_type).toBe('error');
    expect(response.speech.plain.speech).toContain('was interrupted');
  });

  it('says that Hearken is away, in the language of the turn', async () => {
    await hearken.exited;
    const { response } = await say('turn on the office lamp', { language: 'de' });
    expect(response.response_type).toBe('error');
    expect(response.speech.plain.speech).toContain('nicht erreichen');
    expect(await client.state('light.office_lamp')).toBe('off');
  });

  it('works again without a hand when Hearken is back', async () => {
    hearken = await startTestProgram(client, { dir, settings: { api: { port: hearken.api.port } } });
    await expect
      .poll(async () => (await say('turn on the office lamp')).response.response_type, { timeout: 10_000 })
      .toBe('action_done');
    expect(await client.state('light.office_lamp')).toBe('on');
  });

  it('has texts for every field, and no warning of its own in the log', async () => {
    const { resources } = await client.read(
      z.looseObject({ resources: z.record(z.string(), z.string()) }),
      'frontend/get_translations',
      { language: 'nl', category: 'config', integration: ['hearken'] },
    );
    expect(resources['component.hearken.config.step.assistant.data.pipeline']).toContain('Hearken');
    const own = readFileSync(core.logFile, 'utf8')
      .split('\n')
      .filter((line) => /(WARNING|ERROR)/.test(line) && line.includes('hearken'))
      .filter((line) => !line.includes('has not been tested by Home Assistant'))
      // Asked for while the entry was loaded again with its new token.
      .filter((line) => !line.includes('invalid agent ID'));
    // Written once for each time it was gone.
    expect(own.filter((line) => !line.includes('Error requesting Hearken data'))).toEqual([]);
  });
});
