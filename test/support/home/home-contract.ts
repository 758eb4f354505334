/**
 * What any home behind Home Assistant's protocol must do for our client: the demo home, a server on a real socket,
 * a real core.
 */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { silentLogger } from '../../../src/core/log.ts';
import { callAndProve } from '../../../src/home/call.ts';
import type { Action } from '../../../src/home/call.ts';
import { openHome } from '../../../src/home/home.ts';
import type { Home } from '../../../src/home/home.ts';
import type { OpenTransport } from '../../../src/home/link/transport.ts';
import { stateOf } from '../../../src/home/model/home-model.ts';
import type { HomeModel } from '../../../src/home/model/home-model.ts';

type Door = { readonly open: OpenTransport; readonly token: string };

export type ContractHome = Door & {
  /** A light that is off, with the name and the area it is known by. */
  readonly lamp: { readonly entityId: string; readonly name: string; readonly area: string };
  /** Id of an area the lamp is not in. */
  readonly otherAreaId: string;
  /** Registered, and not exposed. */
  readonly hiddenEntityId: string;
  /** A light that the registry does not know, not exposed. */
  readonly unregisteredEntityId: string;
  /** The same home for a user who is no administrator. */
  readonly limited: Door;
  /** Ends every connection, runs the function while nobody answers, and comes back. */
  readonly restart: (whileAway: () => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
};

const signal = () => AbortSignal.timeout(10_000);

/** What a person changed in Home Assistant is understood within this time. */
const understoodMs = 2_000;

/** A core needs some time to start again on a busy machine. */
const restartMs = 60_000;

export function turnOn(entityId: string, service = 'turn_on'): Action {
  return {
    entityId,
    domain: 'light',
    service,
    data: {},
    proves: ({ state }) => state === 'on',
    underway: () => false,
    deadlineMs: 2_000,
  };
}

export function describeHomeContract(title: string, start: () => Promise<ContractHome>): void {
  const withFacts = async (run: (facts: ContractHome) => Promise<void>) => {
    const facts = await start();
    try {
      await run(facts);
    } finally {
      await facts.close();
    }
  };
  const enter = async ({ open, token }: Door, pollMs = 60_000): Promise<Home> => {
    const home = openHome({ open, token, connectTimeoutMs: 5_000, pollMs, log: silentLogger });
    await home.ready({ signal: signal() });
    return home;
  };
  const withHome = (run: (home: Home, facts: ContractHome) => Promise<void>) =>
    withFacts(async (facts) => {
      await using home = await enter(facts);
      await run(home, facts);
    });

  describe(title, () => {
    it('gives names, places and states of exposed devices only', () =>
      withHome(async (home, { lamp, hiddenEntityId, unregisteredEntityId }) => {
        const model = home.model();
        const entity = model.entities.get(lamp.entityId);
        expect(entity?.names).toContain(lamp.name);
        expect(model.areas.get(entity?.areaId ?? '')?.name).toBe(lamp.area);
        expect(stateOf(model, lamp.entityId)?.state).toBe('off');
        expect(model.entities.has(hiddenEntityId)).toBe(false);
        expect(model.entities.has(unregisteredEntityId)).toBe(false);
        expect(model.exposure).toEqual({ isComplete: true, unseenCount: 0 });
      }));

    it('proves an action by the state it leads to', () =>
      withHome(async (home, { lamp }) => {
        const results = await callAndProve(home, [turnOn(lamp.entityId)], { signal: signal() });
        expect(results).toMatchObject([
          { proof: 'proven', before: { state: 'off' }, after: { state: 'on' } },
        ]);
        expect(stateOf(home.model(), lamp.entityId)?.state).toBe('on');
      }));

    it('names the refusal of a service it does not have', () =>
      withHome(async (home, { lamp }) => {
        const action = turnOn(lamp.entityId, 'no_such_service');
        const results = await callAndProve(home, [action], { signal: signal() });
        expect(results).toMatchObject([{ proof: 'failed', reason: 'refused-by-home' }]);
      }));

    it.each([
      ['unknown_command', { type: 'hearken/no_such_command' }],
      ['invalid_format', { type: 'call_service', domain: 'light' }],
      ['invalid_format', { type: 'config/entity_registry/get_entries', entity_ids: 7 }],
      ['not_found', { type: 'config/entity_registry/get', entity_id: 'light.no_such_entity' }],
      ['not_found', { type: 'call_service', domain: 'light', service: 'no_such_service' }],
    ])('answers %s to %j', (haCode, command) =>
      withHome(async (home) => {
        const request = home.link()?.request(command, z.unknown(), { signal: signal() });
        await expect(request).rejects.toMatchObject({ code: 'HOME_REFUSED', details: { haCode } });
      }),
    );

    it.each([
      ['a field the service does not know', { service_data: { shine: 5 } }, 'invalid_format'],
      ['an answer of a service that has none', { return_response: true }, 'service_validation_error'],
    ])('refuses %s', (_, more, haCode) =>
      withHome(async (home, { lamp }) => {
        const target = { entity_id: lamp.entityId };
        const call = { type: 'call_service', domain: 'light', service: 'turn_on', target, ...more };
        const request = home.link()?.request(call, z.unknown(), { signal: signal() });
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

    it('understands a new alias, a new area and a new exposure soon', () =>
      withHome(async (home, { lamp, otherAreaId, hiddenEntityId }) => {
        const { entityId: entity_id } = lamp;
        await change(home, 'config/entity_registry/update', { entity_id, aliases: ['moonbeam', null] });
        await understood(home, ({ entities }) => entities.get(entity_id)?.name === 'moonbeam');
        expect(home.model().entities.get(entity_id)?.names).toContain(lamp.name);
        await change(home, 'config/entity_registry/update', { entity_id, area_id: otherAreaId });
        await understood(home, ({ entities }) => entities.get(entity_id)?.areaId === otherAreaId);
        await expose(home, hiddenEntityId, true);
        await understood(home, ({ entities }) => entities.has(hiddenEntityId));
        await expose(home, hiddenEntityId, false);
        await understood(home, ({ entities }) => !entities.has(hiddenEntityId));
      }));

    it('finds by polling what was exposed without an event', () =>
      withFacts(async (facts) => {
        await using home = await enter(facts, 300);
        await expose(home, facts.unregisteredEntityId, true);
        await understood(home, ({ entities }) => entities.has(facts.unregisteredEntityId));
        await expose(home, facts.unregisteredEntityId, false);
        await understood(home, ({ entities }) => !entities.has(facts.unregisteredEntityId));
      }));

    it('makes no new registry version while polling finds nothing', () =>
      withFacts(async (facts) => {
        await using home = await enter(facts, 50);
        const { registryVersion } = home.model();
        await new Promise((resolve) => setTimeout(resolve, 400));
        expect(home.model().registryVersion).toBe(registryVersion);
      }));

    it('shows a limited user the registered devices, acts on them, and tells what stays invisible', () =>
      withFacts(async ({ limited, lamp, hiddenEntityId, unregisteredEntityId }) => {
        await using home = await enter(limited);
        const { entities, exposure } = home.model();
        expect(entities.has(lamp.entityId)).toBe(true);
        expect(entities.has(hiddenEntityId) || entities.has(unregisteredEntityId)).toBe(false);
        expect(exposure.isComplete).toBe(false);
        expect(exposure.unseenCount).toBeGreaterThan(0);
        const results = await callAndProve(home, [turnOn(lamp.entityId)], { signal: signal() });
        expect(results).toMatchObject([{ proof: 'proven' }]);
      }));

    it(
      'fails while the home is away, and works again when it is back',
      () =>
        withHome(async (home, { lamp, restart }) => {
          await restart(async () => {
            await expect.poll(() => home.status(), { timeout: 5_000 }).toBe('disconnected');
            const results = await callAndProve(home, [turnOn(lamp.entityId)], { signal: signal() });
            expect(results).toMatchObject([{ proof: 'failed', reason: 'disconnected' }]);
          });
          await expect.poll(() => home.status(), { timeout: restartMs }).toBe('connected');
          const isOff = ({ state }: { state: string }) => state === 'off';
          await home.until(lamp.entityId, isOff, { signal: AbortSignal.timeout(restartMs) });
          const results = await callAndProve(home, [turnOn(lamp.entityId)], { signal: signal() });
          expect(results).toMatchObject([{ proof: 'proven', after: { state: 'on' } }]);
        }),
      2 * restartMs,
    );
  });
}

async function change(home: Home, type: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
  await home.link()?.request({ type, ...fields }, z.unknown(), { signal: signal() });
}

const expose = (home: Home, entityId: string, should_expose: boolean): Promise<void> =>
  change(home, 'homeassistant/expose_entity', {
    assistants: ['conversation'],
    entity_ids: [entityId],
    should_expose,
  });

async function understood(home: Home, test: (model: HomeModel) => boolean): Promise<void> {
  await expect.poll(() => test(home.model()), { timeout: understoodMs, interval: 20 }).toBe(true);
}
