/** Every path, risk, speaker and answer: what needs a yes happens only after the right one, once. */
import { afterAll, describe, expect, it } from 'vitest';
import { createDoor } from '../../../src/agent/act/act.ts';
import { createHomeReads } from '../../../src/agent/act/home-reads.ts';
import type { TurnRequest } from '../../../src/agent/agent.ts';
import type { Path } from '../../../src/agent/path.ts';
import { createAgent } from '../../../src/agent/router.ts';
import type { Plan } from '../../../src/agent/understand/plan.ts';
import type { Wish } from '../../../src/agent/understand/wish.ts';
import { memoryStores } from '../../../src/app/data/stores.ts';
import type { HomeModel } from '../../../src/home/model/home-model.ts';
import { say } from '../../support/agent/demo-agent.ts';
import { connectDemo } from '../../support/home/demo-home.ts';
import { guardOf } from '../../support/agent/guard.ts';

type Risk = {
  /** What a language model's path has to have been asked for. */
  readonly said: string;
  readonly wish: Wish;
  readonly domain: string;
  readonly ids?: readonly string[];
};

const risks: Readonly<Record<string, Risk>> = {
  'unlocking a door': { said: 'unlock the front door', wish: { do: 'unlock' }, domain: 'lock' },
  'opening the garage': {
    said: 'open the garage door',
    wish: { do: 'open' },
    domain: 'cover',
    ids: ['cover.garage_door'],
  },
  'opening the gate': {
    said: 'open the garden gate',
    wish: { do: 'open' },
    domain: 'cover',
    ids: ['cover.garden_gate'],
  },
  'opening a valve': { said: 'open the sprinkler', wish: { do: 'open' }, domain: 'valve' },
  'disarming the alarm': {
    said: 'disarm the home alarm',
    wish: { do: 'disarm' },
    domain: 'alarm_control_panel',
  },
  'turning on every light': { said: 'turn on all the lights', wish: { do: 'turn_on' }, domain: 'light' },
};

type Speaker = { readonly who: Partial<TurnRequest>; readonly mayConfirm: boolean };

const kitchen = { channel: 'http', satelliteId: 'assist_satellite.kitchen', conversationId: 'c' } as const;
const speakers: Readonly<Record<string, Speaker>> = {
  'a user': { who: { channel: 'http', user: { id: 'ada' }, conversationId: 'c' }, mayConfirm: true },
  'a satellite': { who: kitchen, mayConfirm: true },
  'the command line': { who: { channel: 'cli', conversationId: 'c' }, mayConfirm: true },
  'a satellite that may not confirm': {
    who: { ...kitchen, satelliteId: 'assist_satellite.office' },
    mayConfirm: false,
  },
  'a user without a conversation': { who: { channel: 'http', user: { id: 'ada' } }, mayConfirm: false },
  'nobody by name': { who: { channel: 'http', conversationId: 'c' }, mayConfirm: false },
  Wyoming: { who: { ...kitchen, channel: 'wyoming' }, mayConfirm: false },
  'Wyoming in the name of a user': {
    who: { channel: 'wyoming', user: { id: 'ada' }, conversationId: 'c' },
    mayConfirm: false,
  },
};

type Said = { readonly text: string; readonly more?: Partial<TurnRequest>; readonly afterMs?: number };

const minuteMs = 60_000;
const stranger: Partial<TurnRequest> = { satelliteId: 'assist_satellite.hall', user: { id: 'eve' } };

/** What is said after the request; `acts`: how often it is done where a yes counts. */
const answers: Readonly<Record<string, { readonly said: readonly Said[]; readonly acts: 0 | 1 }>> = {
  nothing: { said: [], acts: 0 },
  yes: { said: [{ text: 'yes' }], acts: 1 },
  no: { said: [{ text: 'no' }], acts: 0 },
  'no, then yes': { said: [{ text: 'no' }, { text: 'yes' }], acts: 0 },
  'something else, then yes': { said: [{ text: 'harmless' }, { text: 'yes' }], acts: 0 },
  'the request again': { said: [{ text: 'risky' }], acts: 0 },
  'the request again under its turn id': { said: [{ text: 'risky', more: { turnId: 'ask' } }], acts: 0 },
  'yes twice': { said: [{ text: 'yes' }, { text: 'yes' }], acts: 1 },
  'yes twice under one turn id': {
    said: [
      { text: 'yes', more: { turnId: 'yes' } },
      { text: 'yes', more: { turnId: 'yes' } },
    ],
    acts: 1,
  },
  'yes under the turn id of the request': { said: [{ text: 'yes', more: { turnId: 'ask' } }], acts: 0 },
  'yes of somebody else': { said: [{ text: 'yes', more: stranger }], acts: 0 },
  'yes over Wyoming': { said: [{ text: 'yes', more: { channel: 'wyoming' } }], acts: 0 },
  'yes in another conversation': { said: [{ text: 'yes', more: { conversationId: 'd' } }], acts: 0 },
  'yes too late': { said: [{ text: 'yes', afterMs: 5 * minuteMs }], acts: 0 },
};

const demo = await connectDemo();
afterAll(() => demo[Symbol.asyncDispose]());
const alarmId = 'alarm_control_panel.home_alarm';
demo.demo.world.report(alarmId, { state: 'armed_away', attributes: { supported_features: 3 } });
await demo.home.until(alarmId, ({ state }) => state === 'armed_away', { signal: AbortSignal.timeout(5_000) });

function scripted(name: Path['name'], { said, wish, domain, ids }: Risk): Path {
  const about = { by: 'name', className: null, place: null, everywhere: false } as const;
  const plans: Readonly<Record<string, (model: HomeModel) => Plan>> = {
    [said]: (model) => {
      const isMeant = ({ entityId, ...entity }: { entityId: string; domain: string }) =>
        ids?.includes(entityId) ?? entity.domain === domain;
      return { kind: 'act', wish, entities: [...model.entities.values()].filter(isMeant), about };
    },
    harmless: () => ({ kind: 'act', wish: { do: 'turn_on' }, entities: [], about }),
    yes: () => ({ kind: 'reply', answer: { said: 'yes' } }),
    no: () => ({ kind: 'reply', answer: { said: 'no' } }),
  };
  return {
    name,
    read: async ({ request, model }) => {
      const plan = plans[request.text]?.(model);
      return plan ? { kind: 'plan', plan } : { kind: 'passed', speech: 'x', language: 'en' };
    },
  };
}

const deaf: Path = {
  name: 'local',
  read: async () => ({ kind: 'passed', speech: 'x', language: 'en' }),
};

/** How many devices of the risk's domain set out to change; all are as before afterwards. */
async function countActs({ domain }: Risk, work: () => Promise<void>): Promise<number> {
  const { home } = demo;
  const { world } = demo.demo;
  const before = new Map(world.states);
  const changed = new Set<string>();
  let count = 0;
  const stop = world.watch((event) => {
    if (event.kind !== 'state' || !event.entityId.startsWith(`${domain}.`)) return;
    changed.add(event.entityId);
    if (event.before.state === before.get(event.entityId)?.state) count += 1;
  });
  await work();
  stop();
  const signal = AbortSignal.timeout(5_000);
  for (const id of changed) {
    const was = before.get(id)!;
    await home.until(id, ({ state }) => !state.endsWith('ing') && state !== was.state, { signal });
    world.report(id, was);
    await home.until(id, ({ state }) => state === was.state, { signal });
  }
  return count;
}

describe.each(['local', 'ha', 'llm'] as const)('the path %s', (name) => {
  describe.each(Object.entries(risks))('%s', (_, risk) => {
    it.each(Object.entries(speakers))('is not done for %s but after the right yes', async (_who, speaker) => {
      const isMany = risk.domain === 'light';
      for (const [label, { said, acts }] of Object.entries(answers)) {
        let nowMs = 0;
        const clock = { now: () => nowMs, monotonicMs: () => nowMs };
        const { home } = demo;
        const door = createDoor(home, guardOf({ confirmOn: ['assist_satellite.kitchen'] }));
        const path = scripted(name, risk);
        const paths = name === 'local' ? [path] : [deaf, path];
        const agent = createAgent({
          languages: () => ['en'],
          paths,
          home,
          means: { door, clock, reads: createHomeReads(home) },
          ...memoryStores(clock),
        });
        const count = await countActs(risk, async () => {
          const asked = await say(agent, risk.said, { ...speaker.who, turnId: 'ask' });
          expect(asked.continueConversation).toBe(speaker.mayConfirm);
          for (const { text, more, afterMs = 0 } of said) {
            nowMs += afterMs;
            await say(agent, text === 'risky' ? risk.said : text, { ...speaker.who, ...more });
          }
        });
        const devices = isMany && acts === 1 ? expect.any(Number) : acts;
        expect([label, count], label).toEqual([label, speaker.mayConfirm ? devices : 0]);
        if (isMany && acts === 1 && speaker.mayConfirm) expect(count).toBeGreaterThan(8);
      }
    });
  });
});
