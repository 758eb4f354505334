import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../../../src/core/log.ts';
import { callAndProve } from '../../../src/home/call.ts';
import type { Action } from '../../../src/home/call.ts';
import { startDemoHome } from '../../../src/home/demo/demo-home.ts';
import type { DemoEntity } from '../../../src/home/demo/demo-entity.ts';
import { openHome } from '../../../src/home/home.ts';
import type { Home } from '../../../src/home/home.ts';
import type { Transport } from '../../../src/home/link/transport.ts';

const plain = { area: null, state: 'off', attributes: { supported_color_modes: ['onoff'] } };
const entities: readonly DemoEntity[] = [
  { ...plain, id: 'light.good', name: 'Good' },
  { ...plain, id: 'light.dead', name: 'Dead', fault: 'refuses' },
  { ...plain, id: 'light.deaf', name: 'Deaf', fault: 'silent' },
  { ...plain, id: 'light.radio', name: 'Radio', attributes: { ...plain.attributes, assumed_state: true } },
];

const demo = () => startDemoHome({ seed: 1, loss: 0, pace: 0, house: { floors: [], areas: [], entities } });

const turnOn = (entityId: string, deadlineMs = 1_000): Action => ({
  entityId,
  domain: 'light',
  service: 'turn_on',
  data: {},
  proves: ({ state }) => state === 'on',
  underway: () => false,
  deadlineMs,
});

const { signal } = new AbortController();

let home: Home;
let socket: Transport | undefined;
let stop: () => Promise<void>;

beforeEach(async () => {
  const server = demo();
  const open = () => (socket = server.open());
  const { token } = server;
  home = openHome({ open, token, connectTimeoutMs: 1_000, pollMs: 60_000, log: silentLogger });
  await home.ready({ signal });
  stop = async () => {
    await home[Symbol.asyncDispose]();
    server[Symbol.dispose]();
  };
});
afterEach(() => stop());

const proofs = async (actions: readonly Action[], options = { signal }) =>
  (await callAndProve(home, actions, options)).map(({ entityId, proof, reason }) => [
    entityId,
    proof,
    ...(reason ? [reason] : []),
  ]);

describe('callAndProve', () => {
  it('proves what a device reported, and gives nothing to follow then', async () => {
    const [result] = await callAndProve(home, [turnOn('light.good')], { signal });
    expect(result).toMatchObject({ proof: 'proven', before: { state: 'off' }, after: { state: 'on' } });
    expect(result?.follow).toBeUndefined();
  });

  it('knows a refusal before the deadline', async () => {
    expect(await proofs([turnOn('light.dead', 60_000)])).toEqual([
      ['light.dead', 'failed', 'refused-by-home'],
    ]);
  });

  it("tells one device's refusal from the others of the same call, which obeyed", async () => {
    expect(await proofs([turnOn('light.good', 50), turnOn('light.dead', 50)])).toEqual([
      ['light.good', 'proven'],
      ['light.dead', 'failed', 'refused-by-home'],
    ]);
  });

  it('has only sent what nobody answered, and follows it', async () => {
    const [result] = await callAndProve(home, [turnOn('light.deaf', 20)], { signal });
    expect(result).toMatchObject({ proof: 'sent', after: { state: 'off' } });
    expect(result?.follow).toBeTypeOf('function');
  });

  it('takes no belief about a device that never reports back for a proof', async () => {
    const [result] = await callAndProve(home, [turnOn('light.radio', 60_000)], { signal });
    expect(result).toMatchObject({ proof: 'sent' });
    expect(result?.follow).toBeUndefined();
  });

  it('sends nothing when the signal is aborted before', async () => {
    const aborted = { signal: AbortSignal.abort(new DOMException('gone', 'AbortError')) };
    await expect(proofs([turnOn('light.good')], aborted)).rejects.toThrow('gone');
    expect(await proofs([turnOn('light.good')])).toEqual([['light.good', 'proven']]);
  });

  it('leaves open what was on its way when the line broke', async () => {
    const broken = proofs([turnOn('light.deaf', 50)]);
    socket?.close();
    expect(await broken).toEqual([['light.deaf', 'sent']]);
  });
});
