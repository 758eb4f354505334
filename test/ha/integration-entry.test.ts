import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDirectory, runCli } from '../support/hearken-cli.ts';
import { startHearken, type HearkenServer } from '../support/hearken-server.ts';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import { startCore, type CoreProcess } from './support/core-process.ts';
import { httpInterface, type HttpInterface } from './support/http-interface.ts';

type Pipeline = Record<string, unknown> & { readonly id: string; readonly name: string };
type Reply = {
  readonly response: {
    readonly response_type: string;
    readonly speech: { readonly plain: { readonly speech: string } };
    readonly data: { readonly success?: { readonly id: string }[] };
  };
  readonly conversation_id: string;
  readonly continue_conversation: boolean;
};

let core: CoreProcess;
let client: CoreClient;
let hearken: HearkenServer;
let address: HttpInterface;

const everything = { voice_services: true, pipeline: true, preferred: true };
const agent = 'conversation.hearken';
const data = emptyDirectory();

beforeAll(async () => {
  core = await startCore();
  client = await CoreClient.onboard(core);
  hearken = await start();
  address = await httpInterface(hearken);
  const entities = await client.call<{ entity_id: string }[]>('get_states');
  await client.call('homeassistant/expose_entity', {
    assistants: ['conversation'],
    entity_ids: entities.map(({ entity_id }) => entity_id).filter((id) => /^(light|lock)\./.test(id)),
    should_expose: true,
  });
}, 300_000);

afterAll(async () => {
  await hearken[Symbol.asyncDispose]();
  await client[Symbol.asyncDispose]();
  await core[Symbol.asyncDispose]();
});

const start = async (...args: string[]): Promise<HearkenServer> =>
  await startHearken({
    args: ['--data', data, ...args],
    env: { HEARKEN_HOME_URL: core.url, HEARKEN_HOME_TOKEN: client.token },
  });

const preferred = async (): Promise<Pipeline | undefined> => {
  const { pipelines, preferred_pipeline } = await client.call<{
    pipelines: Pipeline[];
    preferred_pipeline: string;
  }>('assist_pipeline/pipeline/list');
  return pipelines.find(({ id }) => id === preferred_pipeline);
};

const say = async (text: string, fields: Record<string, unknown> = {}): Promise<Reply> =>
  await client.call<Reply>('conversation/process', { text, agent_id: agent, language: 'en', ...fields });

describe('the integration in a real core', () => {
  it('refuses a wrong token before anything is saved', async () => {
    const step = await client.flow('hearken', { ...address, token: 'wrong' });
    expect(step['errors']).toEqual({ base: 'invalid_auth' });
    expect(await client.call('config_entries/get', { domain: 'hearken' })).toEqual([]);
  });

  it('is added with its voice services and a preferred pipeline', async () => {
    const step = await client.flow('hearken', address, everything);
    expect(step['type']).toBe('create_entry');
    const wyoming = await client.call<{ state: string }[]>('config_entries/get', { domain: 'wyoming' });
    expect(wyoming.map(({ state }) => state)).toEqual(['loaded']);
    expect(await preferred()).toMatchObject({
      name: 'Hearken',
      conversation_engine: agent,
      stt_engine: 'stt.hearken',
      tts_engine: 'tts.hearken',
      wake_word_entity: 'wake_word.hearken',
      prefer_local_intents: false,
    });
  });

  it('is not added twice', async () => {
    const step = await client.flow('hearken', address);
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
    const pipeline = await preferred();
    const events: { readonly type: string; readonly data: Record<string, unknown> }[] = [];
    await new Promise<void>((resolve, reject) => {
      const fields = {
        start_stage: 'intent',
        end_stage: 'intent',
        input: { text: 'turn off the office lamp' },
        pipeline: pipeline?.id,
      };
      client
        .subscribe('assist_pipeline/run', fields, (event) => {
          events.push(event as (typeof events)[number]);
          if (events.at(-1)?.type === 'run-end') resolve();
        })
        .catch(reject);
    });
    expect(events.map(({ type }) => type)).toContain('intent-progress');
    const end = events.find(({ type }) => type === 'intent-end');
    expect(end?.data).toMatchObject({ processed_locally: false });
    expect(await client.state('light.office_lamp')).toBe('off');
  });

  it('raises an issue for a pipeline that prefers local intents', async () => {
    const { id, ...pipeline } = (await preferred()) ?? { id: '' };
    await client.call('assist_pipeline/pipeline/update', {
      ...pipeline,
      pipeline_id: id,
      prefer_local_intents: true,
    });
    const { issues } = await client.call<{ issues: { issue_id: string; domain: string }[] }>(
      'repairs/list_issues',
    );
    expect(issues).toContainEqual(
      expect.objectContaining({ domain: 'hearken', issue_id: `prefer_local_intents_${id}` }),
    );
  });

  it('asks to sign in again when the token was replaced, and works with the new one', async () => {
    const token = (await runCli(['token', 'new', '--data', data])).stdout.toString().trim();
    const refused = await say('turn on the office lamp');
    expect(refused.response.response_type).toBe('error');
    expect(refused.response.speech.plain.speech).toContain('sign in again');
    const flows = await client.call<{ flow_id: string; handler: string; context: { source: string } }[]>(
      'config_entries/flow/progress',
    );
    const reauth = flows.find(({ handler, context }) => handler === 'hearken' && context.source === 'reauth');
    const answer = await fetch(`${core.url}/api/config/config_entries/flow/${reauth?.flow_id}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    expect(await answer.json()).toMatchObject({ type: 'abort', reason: 'reauth_successful' });
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
    hearken = await start('--api-port', String(address.port));
    await expect
      .poll(async () => (await say('turn on the office lamp')).response.response_type, { timeout: 10_000 })
      .toBe('action_done');
    expect(await client.state('light.office_lamp')).toBe('on');
  });

  it('has texts for every field, and no warning of its own in the log', async () => {
    const { resources } = await client.call<{ resources: Record<string, string> }>(
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
