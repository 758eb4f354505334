import { describe, expect, it } from 'vitest';
import { createHandOver, type HandOverRequest } from '../../../../src/agent/act/hand-over.ts';
import { policyOptions, type PolicySettings } from '../../../../src/agent/act/options.ts';
import type { Wish } from '../../../../src/agent/understand/plan.ts';
import { HomeError } from '../../../../src/core/errors.ts';
import type { Home } from '../../../../src/home/home.ts';
import { demoModel } from '../../../support/home/demo-model.ts';
import { guardOf } from '../../../support/agent/guard.ts';
import { originFor } from '../../../support/agent/origin.ts';

const model = demoModel();
const { signal } = new AbortController();
const done = { response: { response_type: 'action_done', speech: { plain: { speech: 'Fatto' } } } };

type Answer = (fields: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** A home whose agent answers every sentence like this. */
function homeThat(answer: Answer): Home {
  return {
    model: () => model,
    status: () => 'connected',
    ready: async () => undefined,
    watch: () => () => undefined,
    until: () => new Promise(() => undefined),
    link: () => ({
      haVersion: '2026.11.0',
      connected: true,
      request: async (command, result) => result.parse(await answer(command)),
      subscribe: async () => undefined,
      watch: () => () => undefined,
      close: () => undefined,
    }),
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function handOver(answer: Answer, settings: Partial<PolicySettings> = {}) {
  const policy = { ...policyOptions.parse({}), ...settings };
  const give = createHandOver(homeThat(answer), guardOf(policy), policy);
  return async (more: Partial<HandOverRequest> = {}) => await give({ ...request, ...more }, { signal });
}

const speaker = {
  channel: 'http',
  conversationId: 'c',
  satelliteId: 'assist_satellite.kitchen',
  deviceId: 'd1',
  userId: null,
} as const;
const origin = originFor('ha', { words: ['film'] });
const request: HandOverRequest = { text: 'film', language: 'it', speaker, origin, wishes: null };

const acts = (wish: Wish, ...entityIds: readonly string[]): HandOverRequest['wishes'] => [
  { wish, entities: entityIds.flatMap((id) => model.entities.get(id) ?? []) },
];
const everyLight = [...model.entities.values()].flatMap(({ domain, entityId }) =>
  domain === 'light' ? entityId : [],
);

describe('sentences of the household', () => {
  it('run where the speaker is known, with who and where it was', async () => {
    const sent: unknown[] = [];
    const give = handOver(async (fields) => {
      sent.push(fields);
      return done;
    });
    expect(await give()).toEqual({ kind: 'answered', speech: 'Fatto', isError: false });
    expect(sent).toEqual([
      {
        type: 'conversation/process',
        text: 'film',
        language: 'it',
        agent_id: 'conversation.home_assistant',
        device_id: 'd1',
        satellite_id: 'assist_satellite.kitchen',
      },
    ]);
  });

  it('run over Wyoming only where the household said so, and nowhere when it said never', async () => {
    const unknown = { speaker: { ...speaker, channel: 'wyoming' } } as const;
    const reply = async () => done;
    expect(await handOver(reply)(unknown)).toEqual({ kind: 'refused', why: null });
    expect(await handOver(reply, { ownSentences: 'everywhere' })(unknown)).toMatchObject({
      kind: 'answered',
    });
    expect(await handOver(reply, { ownSentences: 'never' })()).toEqual({ kind: 'refused', why: null });
  });

  it('do not come back to us', async () => {
    const inner: unknown[] = [];
    const give = handOver(async () => {
      inner.push(await give({ text: ' Film' }));
      return done;
    });
    expect(await give()).toMatchObject({ kind: 'answered' });
    expect(inner).toEqual([{ kind: 'running' }]);
    expect(await give()).toMatchObject({ kind: 'answered' });
  });
});

describe('sentences whose meaning is known', () => {
  const give = handOver(async () => done);

  it('run when nothing of it needs a confirmation', async () => {
    expect(await give({ wishes: acts({ do: 'turn_on' }, 'light.desk_lamp') })).toMatchObject({
      kind: 'answered',
    });
    expect(await give({ wishes: acts({ do: 'lock' }, 'lock.front_door') })).toMatchObject({
      kind: 'answered',
    });
  });

  it('are refused when something does, or hits many devices', async () => {
    expect(await give({ wishes: acts({ do: 'unlock' }, 'lock.front_door') })).toEqual({
      kind: 'refused',
      why: 'less-safe',
    });
    expect(await give({ wishes: acts({ do: 'toggle' }, ...everyLight) })).toEqual({
      kind: 'refused',
      why: 'many-devices',
    });
  });
});

describe('a role that may not have everything done', () => {
  const policy = { people: [{ person: 'mia', role: 'child' }] };
  const mia = { speaker: { ...speaker, userId: 'mia' } };
  const give = handOver(async () => done, policy);
  const denied = { kind: 'denied', denial: { by: 'role', role: 'child' } };

  it('has known wishes run that it covers', async () => {
    const lamp = acts({ do: 'turn_on' }, 'light.desk_lamp');
    expect(await give({ ...mia, wishes: lamp })).toMatchObject({ kind: 'answered' });
    expect(await give({ ...mia, wishes: acts({ do: 'turn_on' }, 'switch.printer') })).toEqual(denied);
  });

  it('has nothing run that nobody can see through', async () => {
    const lamp = acts({ do: 'turn_on' }, 'light.desk_lamp');
    expect(await give({ ...mia, wishes: null })).toEqual(denied);
    expect(await give({ ...mia, wishes: [] })).toEqual(denied);
    expect(await give({ ...mia, wishes: lamp, others: ['light.hidden'] })).toEqual(denied);
    expect(await give({ wishes: lamp, others: ['light.hidden'] })).toMatchObject({ kind: 'answered' });
  });
});

describe('a home that does not answer well', () => {
  it('is silent when it is lost on the way: what was sent may have run', async () => {
    const lost = async () => Promise.reject(new HomeError('HOME_UNREACHABLE', 'lost'));
    expect(await handOver(lost)()).toEqual({ kind: 'silent' });
  });

  it('is asked again without the origin when it is too old to know it', async () => {
    const give = handOver(async (fields) => {
      if ('device_id' in fields)
        throw new HomeError('HOME_REFUSED', 'extra keys', { details: { haCode: 'invalid_format' } });
      return done;
    });
    expect(await give()).toMatchObject({ kind: 'answered' });
  });

  it('says in its words that it failed', async () => {
    const failed = { response: { ...done.response, response_type: 'error' } };
    expect(await handOver(async () => failed)()).toMatchObject({ kind: 'answered', isError: true });
  });
});
