/** Each repair in a real core: raised by what it tells of, closed by its fix. And nothing is left after removal. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import { furnish } from '../../src/bench/ha/furnish.ts';
import { defaultHouse, entityIdOf } from '../../src/bench/ha/house.ts';
import type { Program } from '../../src/bench/ha/program.ts';
import { addHearken, addWyoming, createPipeline, entitiesOf } from '../../src/bench/ha/set-up.ts';
import { type CoreProcess, startCore } from './support/core-process.ts';
import { type Forwarder, startForwarder } from './support/forwarder.ts';
import { repairsOf, submitRepair } from './support/repairs.ts';
import { startTestProgram } from './support/test-program.ts';
import { tracesOf } from './support/traces.ts';

let core: CoreProcess;
let client: CoreClient;
let hearken: Program;
let entryId: string;
let voiceId: string;
let detour: Forwarder;
let impostor: Server | undefined;

const agent = 'conversation.hearken';
const declined = { voice_services: false, pipeline: false, preferred: false };

beforeAll(async () => {
  core = await startCore();
  client = await CoreClient.onboard(core);
  await furnish(client, defaultHouse);
  hearken = await startTestProgram(client);
  detour = await startForwarder(hearken.port);
}, 300_000);

afterAll(async () => {
  impostor?.close();
  detour.close();
  await hearken[Symbol.asyncDispose]();
  await client[Symbol.asyncDispose]();
  await core[Symbol.asyncDispose]();
});

const reload = async (id: string): Promise<unknown> =>
  await client.post(`config/config_entries/entry/${id}/reload`, {});

/** What the integration finds when it looks now, instead of within half a minute. */
const found = async (): Promise<readonly string[]> => {
  await reload(entryId);
  return [...(await repairsOf(client)).keys()];
};

const eventually = { timeout: 15_000, interval: 500 } as const;

const pipelineList = z.looseObject({
  pipelines: z.array(z.looseObject({ id: z.string(), name: z.string() })),
});

async function changePipeline(change: Readonly<Record<string, unknown>>): Promise<void> {
  const { pipelines } = await client.read(pipelineList, 'assist_pipeline/pipeline/list');
  const { id = '', ...fields } = pipelines.find(({ name }) => name === 'Mine') ?? {};
  await client.call('assist_pipeline/pipeline/update', { ...fields, ...change, pipeline_id: id });
}

const expose = async (should_expose: boolean): Promise<unknown> =>
  await client.call('homeassistant/expose_entity', {
    assistants: ['conversation'],
    entity_ids: defaultHouse.devices.filter(({ exposed }) => exposed !== false).map(entityIdOf),
    should_expose,
  });

describe('the integration in a real core', () => {
  it('leaves no trace when it is removed with what its last step made', async () => {
    const before = await tracesOf(client);
    const added = await addHearken(client, hearken.api);
    expect((await tracesOf(client)).length).toBeGreaterThan(10);
    await client.removeEntry(added);
    await expect.poll(async () => await tracesOf(client), eventually).toEqual(before);
  });

  it('leaves what a person made', async () => {
    entryId = await addHearken(client, hearken.api, declined);
    voiceId = await addWyoming(client, detour);
    const services = await entitiesOf(client, voiceId);
    await createPipeline(client, { name: 'Mine', services, agent });
    await client.removeEntry(entryId);
    const { pipelines } = await client.read(pipelineList, 'assist_pipeline/pipeline/list');
    expect(pipelines.map(({ name }) => name)).toContain('Mine');
    expect((await entitiesOf(client, voiceId)).size).toBeGreaterThan(2);
    entryId = await addHearken(client, hearken.api, declined);
  });

  it('gives the agent every sentence again', async () => {
    await changePipeline({ prefer_local_intents: true });
    expect([...(await repairsOf(client)).keys()]).toEqual(['prefer_local_intents']);
    expect(await submitRepair(client, 'prefer_local_intents')).toMatchObject({ type: 'create_entry' });
    expect((await repairsOf(client)).size).toBe(0);
  });

  it('tells of a language that nothing speaks, until the assistant has another one', async () => {
    await changePipeline({ language: 'ja', tts_language: 'ja' });
    expect([...(await repairsOf(client)).keys()]).toEqual(['voice_missing']);
    expect(await submitRepair(client, 'voice_missing')).toMatchObject({
      type: 'abort',
      reason: 'still_there',
    });
    await changePipeline({ language: 'en', tts_language: 'en' });
    expect((await repairsOf(client)).size).toBe(0);
  });

  it('tells of a home that shows voice nothing, until something is exposed', async () => {
    await expose(false);
    await expect.poll(found, eventually).toEqual(['nothing_exposed']);
    expect(await submitRepair(client, 'nothing_exposed')).toMatchObject({ reason: 'still_there' });
    await expose(true);
    await expect
      .poll(async () => (await submitRepair(client, 'nothing_exposed')).type, eventually)
      .toBe('create_entry');
    expect((await repairsOf(client)).size).toBe(0);
  });

  it('sends voice services that look elsewhere to the server', async () => {
    detour.close();
    await reload(voiceId);
    await expect.poll(found, eventually).toEqual(['voice_elsewhere']);
    expect(await submitRepair(client, 'voice_elsewhere')).toMatchObject({ type: 'create_entry' });
    const wyoming = z.array(z.looseObject({ state: z.string() }));
    const states = async () => await client.read(wyoming, 'config_entries/get', { domain: 'wyoming' });
    await expect.poll(states, eventually).toEqual([expect.objectContaining({ state: 'loaded' })]);
    await expect.poll(found, eventually).toEqual([]);
  });

  it('tells which side is too old when the server was updated under it', async () => {
    hearken.kill('SIGKILL');
    await hearken.exited;
    const ask = client.call('call_service', {
      domain: 'hearken',
      service: 'ask',
      service_data: { text: 'turn on the office lamp' },
      return_response: true,
    });
    await expect(ask).rejects.toThrow(/I can't reach Hearken/);
    let speaks = '2';
    impostor = createServer((_request, response) => {
      response.writeHead(400, { 'hearken-protocol': speaks, 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { code: 'REQUEST_INVALID', message: 'Another protocol.' } }));
    }).listen(hearken.api.port, '127.0.0.1');
    await once(impostor, 'listening');
    await expect.poll(found, eventually).toEqual(['server_too_new']);
    speaks = '0';
    expect(await submitRepair(client, 'server_too_new')).toMatchObject({ type: 'create_entry' });
    expect([...(await repairsOf(client)).keys()]).toEqual(['server_too_old']);
    expect(await submitRepair(client, 'server_too_old')).toMatchObject({ reason: 'still_there' });
  });

  it('used nothing that core announces to take away, and broke nowhere', () => {
    const complaints = readFileSync(core.logFile, 'utf8')
      .split('\n')
      .filter(
        (line) => /hearken/i.test(line) && /custom integration '|deprecated|exception|unexpected/i.test(line),
      );
    expect(complaints).toEqual([]);
  });
});
