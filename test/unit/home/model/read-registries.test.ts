import { describe, expect, it } from 'vitest';
import { HomeError } from '../../../../src/core/errors.ts';
import type { HomeLink } from '../../../../src/home/link/link.ts';
import { readExposure, readRegistries } from '../../../../src/home/model/read-registries.ts';

const { signal } = new AbortController();

const row = (entity_id: string, more = {}) => ({ entity_id, disabled_by: null, options: {}, ...more });
const shown = { options: { conversation: { should_expose: true } } };

const answers: Readonly<Record<string, unknown>> = {
  get_config: { language: 'en', time_zone: 'UTC', unit_system: { temperature: '°C' } },
  'config/floor_registry/list': [],
  'config/area_registry/list': [],
  'config/label_registry/list': [{ label_id: 'night', name: 'Night Lights' }],
  'config/device_registry/list': [],
  'config/entity_registry/list': [
    row('light.a', shown),
    row('light.b'),
    row('light.off', { disabled_by: 'user', ...shown }),
  ],
  'homeassistant/expose_entity/list': {
    exposed_entities: {
      'light.a': { conversation: true },
      'light.b': { conversation: false, 'cloud.alexa': true },
      'light.off': { conversation: true },
      'light.yaml': { conversation: true },
    },
  },
};

/** Answers from the table; entries of the registry for exactly the ids that are asked for. */
function linkOf({ haVersion = '2026.11.0', isAdmin = true } = {}): HomeLink & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    haVersion,
    connected: true,
    request: async (command, result) => {
      asked.push(command.type);
      if (command.type === 'homeassistant/expose_entity/list' && !isAdmin)
        throw new HomeError('HOME_REFUSED', 'Unauthorized', { details: { haCode: 'unauthorized' } });
      if (command.type !== 'config/entity_registry/get_entries') return result.parse(answers[command.type]);
      const ids = command['entity_ids'] as readonly string[];
      return result.parse(Object.fromEntries(ids.map((id) => [id, { entity_id: id, aliases: ['nick'] }])));
    },
    subscribe: () => Promise.reject(new Error('not part of this test')),
    watch: () => () => undefined,
    close: () => undefined,
  };
}

describe('readRegistries', () => {
  it('takes what is exposed to voice, registered or not, and leaves out what is disabled', async () => {
    const { exposed, entries, isExposureComplete, labels } = await readRegistries(linkOf(), { signal });
    expect([...exposed].sort()).toEqual(['light.a', 'light.off', 'light.yaml']);
    expect([...entries.keys()]).toEqual(['light.a']);
    expect(isExposureComplete).toBe(true);
    expect(labels).toMatchObject([{ label_id: 'night', name: 'Night Lights' }]);
  });

  it('lets the own name count beside the aliases of a core that knew no order of them', async () => {
    const old = await readRegistries(linkOf({ haVersion: '2026.3.2' }), { signal });
    expect(old.entries.get('light.a')?.aliases).toEqual([null, 'nick']);
    const now = await readRegistries(linkOf({ haVersion: '2026.4.0' }), { signal });
    expect(now.entries.get('light.a')?.aliases).toEqual(['nick']);
  });
});

describe('readExposure', () => {
  it('falls back to the registry for a user who is no administrator', async () => {
    const { exposed, isComplete } = await readExposure(linkOf({ isAdmin: false }), { signal });
    expect([...exposed]).toEqual(['light.a', 'light.off']);
    expect(isComplete).toBe(false);
  });

  it('asks for the list alone where it may', async () => {
    const link = linkOf();
    await readExposure(link, { signal });
    expect(link.asked).toEqual(['homeassistant/expose_entity/list']);
  });
});
