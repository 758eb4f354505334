/**
 * What any home behind Home Assistant's protocol must do for our client: the demo home, a server on a real
 * socket, a real core. Homes need a light that is off, and a device that is not exposed.
 */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { silentLogger } from '../../src/core/log.ts';
import { callAndProve } from '../../src/home/call.ts';
import { openHome } from '../../src/home/home.ts';
import type { Home } from '../../src/home/home.ts';
import type { OpenTransport } from '../../src/home/link/transport.ts';
import { stateOf } from '../../src/home/model/home-model.ts';

export type ContractHome = {
  readonly open: OpenTransport;
  readonly token: string;
  /** A light that is off, with the name and the area it is known by. */
  readonly lamp: { readonly entityId: string; readonly name: string; readonly area: string };
  readonly hiddenEntityId: string;
  readonly close: () => Promise<void>;
};

const signal = () => AbortSignal.timeout(10_000);

export function describeHomeContract(title: string, start: () => Promise<ContractHome>): void {
  const withHome = async (run: (home: Home, facts: ContractHome) => Promise<void>) => {
    const facts = await start();
    const { open, token } = facts;
    const home = openHome({ open, token, connectTimeoutMs: 5_000, pollMs: 60_000, log: silentLogger });
    try {
      await home.ready({ signal: signal() });
      await run(home, facts);
    } finally {
      await home[Symbol.asyncDispose]();
      await facts.close();
    }
  };

  describe(title, () => {
    it('gives names, places and states of exposed devices only', () =>
      withHome(async (home, { lamp, hiddenEntityId }) => {
        const model = home.model();
        const entity = model.entities.get(lamp.entityId);
        expect(entity?.names).toContain(lamp.name);
        expect(model.areas.get(entity?.areaId ?? '')?.name).toBe(lamp.area);
        expect(stateOf(model, lamp.entityId)?.state).toBe('off');
        expect(model.entities.has(hiddenEntityId)).toBe(false);
      }));

    it('proves an action by the state it leads to', () =>
      withHome(async (home, { lamp }) => {
        const action = {
          entityId: lamp.entityId,
          domain: 'light',
          service: 'turn_on',
          data: {},
          proves: ({ state }: { state: string }) => state === 'on',
          underway: () => false,
          deadlineMs: 2_000,
        };
        const results = await callAndProve(home, [action], { signal: signal() });
        expect(results).toMatchObject([
          { proof: 'proven', before: { state: 'off' }, after: { state: 'on' } },
        ]);
        expect(stateOf(home.model(), lamp.entityId)?.state).toBe('on');
      }));

    it('names the refusal of a service it does not have', () =>
      withHome(async (home, { lamp }) => {
        const action = {
          entityId: lamp.entityId,
          domain: 'light',
          service: 'no_such_service',
          data: {},
          proves: () => true,
          underway: () => false,
          deadlineMs: 2_000,
        };
        const results = await callAndProve(home, [action], { signal: signal() });
        expect(results).toMatchObject([{ proof: 'failed', reason: 'refused-by-home' }]);
      }));

    it.each([
      ['unknown_command', { type: 'hearken/no_such_command' }],
      ['invalid_format', { type: 'call_service', domain: 'light' }],
      ['invalid_format', { type: 'config/entity_registry/get_entries', entity_ids: 'light.a' }],
      ['not_found', { type: 'config/entity_registry/get', entity_id: 'light.no_such_entity' }],
      ['not_found', { type: 'call_service', domain: 'light', service: 'no_such_service' }],
    ])('answers %s to %j', (haCode, command) =>
      withHome(async (home) => {
        const request = home.link()?.request(command, z.unknown(), { signal: signal() });
        await expect(request).rejects.toMatchObject({ code: 'HOME_REFUSED', details: { haCode } });
      }),
    );

    it('reaches every device of an area through a target', () =>
      withHome(async (home, { lamp }) => {
        const areaId = home.model().entities.get(lamp.entityId)?.areaId;
        const target = { area_id: areaId };
        const call = { type: 'call_service', domain: 'light', service: 'turn_on', service_data: {}, target };
        await home.link()?.request(call, z.unknown(), { signal: signal() });
        await home.until(lamp.entityId, ({ state }) => state === 'on', { signal: signal() });
      }));
  });
}
