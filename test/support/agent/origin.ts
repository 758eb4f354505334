/** Where an action comes from, for tests of something else. */
import type { Origin } from '../../../src/agent/act/origin.ts';

export function originFor(path: Origin['path'], more: Partial<Origin> = {}): Origin {
  const spoken = {
    words: [],
    alternatives: [],
    heard: null,
    language: 'en',
    areaId: null,
    lastEntityIds: [],
  };
  return { turnId: 't', path, ...spoken, ...more };
}

export const testOrigin = originFor('local');
