/** The last step of set-up in a core whose satellite waits longer than needed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CoreClient } from '../../src/bench/ha/core-client.ts';
import type { Program } from '../../src/bench/ha/program.ts';
import { type CoreProcess, startCore } from './support/core-process.ts';
import type { FakeSatellite } from './support/fake-satellite.ts';
import { addSatellite } from './support/satellite-at-home.ts';
import { startTestProgram } from './support/test-program.ts';

let core: CoreProcess;
let client: CoreClient;
let satellite: FakeSatellite;
let program: Program;

beforeAll(async () => {
  core = await startCore();
  client = await CoreClient.onboard(core);
  ({ satellite } = await addSatellite({ client }, { name: 'Counter', area: 'Kitchen' }));
  await client.call('call_service', {
    domain: 'select',
    service: 'select_option',
    service_data: { option: 'relaxed' },
    target: { entity_id: 'select.kitchen_counter_finished_speaking_detection' },
  });
  program = await startTestProgram(client);
}, 300_000);

afterAll(async () => {
  await program[Symbol.asyncDispose]();
  await satellite[Symbol.asyncDispose]();
  await client[Symbol.asyncDispose]();
  await core[Symbol.asyncDispose]();
});

it('names the satellite, and is done after that', async () => {
  const nothing = { voice_services: false, pipeline: false, preferred: false };
  const step = await client.flow('hearken', program.api, nothing);
  expect(step).toMatchObject({ type: 'form', step_id: 'slow_satellites' });
  expect(step['description_placeholders']).toEqual({ satellites: '- Counter' });
  const done = await client.post(`config/config_entries/flow/${String(step['flow_id'])}`, {});
  expect(done).toMatchObject({ type: 'create_entry' });
});
