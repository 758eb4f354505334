import { describe, expect, it } from 'vitest';
import { applyStatesEvent, statesEvent } from '../../../../src/home/model/compressed-states.ts';
import type { EntityState } from '../../../../src/home/model/home-model.ts';

const apply = (states: Map<string, EntityState>, event: unknown) =>
  applyStatesEvent(states, statesEvent.parse(event));
const lamp = { s: 'on', a: { brightness: 100, effect: 'none' }, c: 'x', lc: 5 };

describe('applyStatesEvent', () => {
  it('adds full states and names them', () => {
    const states = new Map<string, EntityState>();
    expect(apply(states, { a: { 'light.a': lamp } })).toEqual(['light.a']);
    expect(states.get('light.a')).toEqual({ state: 'on', attributes: lamp.a, lastChangedMs: 5_000 });
  });

  it('applies differences: new values, removed attributes, the rest kept', () => {
    const states = new Map<string, EntityState>();
    apply(states, { a: { 'light.a': lamp } });
    apply(states, {
      c: { 'light.a': { '+': { s: 'off', lc: 7, a: { x: 1 } }, '-': { a: ['brightness'] } } },
    });
    expect(states.get('light.a')).toEqual({
      state: 'off',
      attributes: { effect: 'none', x: 1 },
      lastChangedMs: 7_000,
    });
  });

  it('removes entities and ignores differences of unknown ones', () => {
    const states = new Map<string, EntityState>();
    apply(states, { a: { 'light.a': lamp } });
    expect(apply(states, { r: ['light.a'], c: { 'light.b': { '+': { s: 'on' } } } })).toEqual(['light.a']);
    expect(states.size).toBe(0);
  });

  it('does not change a state object that was handed out', () => {
    const states = new Map<string, EntityState>();
    apply(states, { a: { 'light.a': lamp } });
    const before = states.get('light.a');
    apply(states, { c: { 'light.a': { '+': { a: { brightness: 7 } } } } });
    expect(before?.attributes['brightness']).toBe(100);
  });
});
