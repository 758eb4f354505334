import { describe, expect, it } from 'vitest';
import type { Registries } from '../../../../src/home/model/build-model.ts';
import { ModelKeeper } from '../../../../src/home/model/model-keeper.ts';
import { stateOf } from '../../../../src/home/model/home-model.ts';

const registries: Registries = {
  language: 'en',
  timeZone: 'UTC',
  temperatureUnit: 'C',
  floors: [],
  areas: [],
  labels: [],
  devices: [],
  listed: [],
  entries: new Map(),
  exposed: new Set(['light.a', 'light.b']),
  isExposureComplete: true,
};

function keeperWithLamp(): ModelKeeper {
  const keeper = new ModelKeeper();
  keeper.applyStates({ a: { 'light.a': { s: 'off', a: { supported_color_modes: ['onoff'] } } } });
  keeper.useRegistries(registries);
  return keeper;
}

describe('ModelKeeper', () => {
  it('patches a state without a new registry version', () => {
    const keeper = keeperWithLamp();
    const old = keeper.model;
    keeper.applyStates({ c: { 'light.a': { '+': { s: 'on' } } } });
    expect(stateOf(keeper.model, 'light.a')?.state).toBe('on');
    expect(keeper.model.registryVersion).toBe(old.registryVersion);
    expect(keeper.model.version).toBeGreaterThan(old.version);
    expect(stateOf(old, 'light.a')?.state).toBe('off');
  });

  it('builds the entity anew when its abilities change', () => {
    const keeper = keeperWithLamp();
    keeper.applyStates({ c: { 'light.a': { '+': { a: { supported_color_modes: ['brightness'] } } } } });
    expect(keeper.model.entities.get('light.a')?.capabilities.brightness).toBe(true);
  });

  it('shows a state at once and rebuilds later, once for many entities that appear', () => {
    const postponed: (() => void)[] = [];
    const keeper = new ModelKeeper((work) => postponed.push(work));
    keeper.applyStates({ a: { 'light.a': { s: 'off', a: {} } } });
    keeper.useRegistries(registries);
    const { registryVersion } = keeper.model;
    keeper.applyStates({ c: { 'light.a': { '+': { s: 'on', a: { supported_color_modes: ['onoff'] } } } } });
    keeper.applyStates({ a: { 'light.b': { s: 'on', a: {} } } });
    expect(stateOf(keeper.model, 'light.a')?.state).toBe('on');
    expect(keeper.model.registryVersion).toBe(registryVersion);
    postponed.at(-1)?.();
    expect(keeper.model.registryVersion).toBe(registryVersion + 1);
    expect([...keeper.model.entities.keys()]).toEqual(['light.a', 'light.b']);
  });

  it('drops an entity without a registry entry that the home removed', () => {
    const keeper = keeperWithLamp();
    keeper.applyStates({ r: ['light.a'] });
    expect(keeper.model.entities.has('light.a')).toBe(false);
  });

  it('counts what stays invisible to a token without full rights', () => {
    const keeper = new ModelKeeper();
    const listed = [{ entity_id: 'light.a', disabled_by: null, area_id: null, device_id: null, options: {} }];
    keeper.applyStates({ a: { 'light.a': { s: 'off', a: {} }, 'light.yaml': { s: 'on', a: {} } } });
    keeper.useRegistries({ ...registries, listed, isExposureComplete: false });
    expect(keeper.model.exposure).toEqual({ isComplete: false, unseenCount: 1 });
    keeper.useRegistries(registries);
    expect(keeper.model.exposure).toEqual({ isComplete: true, unseenCount: 0 });
  });

  it('makes no version for an entity that is not exposed', () => {
    const keeper = keeperWithLamp();
    const { version } = keeper.model;
    keeper.applyStates({ a: { 'light.secret': { s: 'on', a: {} } } });
    expect(keeper.model.version).toBe(version);
    expect(keeper.model.entities.has('light.secret')).toBe(false);
  });

  it('tells watchers until they leave', () => {
    const keeper = keeperWithLamp();
    const seen: number[] = [];
    const leave = keeper.watch((model) => seen.push(model.version));
    keeper.applyStates({ c: { 'light.a': { '+': { s: 'on' } } } });
    leave();
    keeper.applyStates({ c: { 'light.a': { '+': { s: 'off' } } } });
    expect(seen).toHaveLength(1);
  });
});
