/** Every way into the house, role and kind of action: nothing is done that the role does not cover. */
import { afterAll, describe, expect, it } from 'vitest';
import { createDoor } from '../../../src/agent/act/act.ts';
import { createHomeReads } from '../../../src/agent/act/home-reads.ts';
import { createHandOver } from '../../../src/agent/act/hand-over.ts';
import { policyOptions, type PolicyInput } from '../../../src/agent/act/options.ts';
import type { TurnRequest } from '../../../src/agent/agent.ts';
import { createBroadcast } from '../../../src/agent/dialogue/broadcast.ts';
import { createDeedDoor } from '../../../src/agent/act/deed-door.ts';
import { handedOver } from '../../../src/agent/home-assistant/handed-over.ts';
import { createLanguageModelPath } from '../../../src/agent/llm/llm-path.ts';
import type { Path, Reading } from '../../../src/agent/path.ts';
import type { Turn } from '../../../src/agent/turn.ts';
import type { LanguageModel } from '../../../src/agent/ports/language-model.ts';
import type { OutsideTool } from '../../../src/agent/ports/tool-servers.ts';
import { createAgent } from '../../../src/agent/router.ts';
import type { ToolsParts } from '../../../src/agent/tools/tools.ts';
import type { Step } from '../../../src/agent/understand/plan.ts';
import type { Wish } from '../../../src/agent/understand/wish.ts';
import { languageModelPath } from '../../../src/app/agent/language-model-path.ts';
import { memoryStores } from '../../../src/app/data/stores.ts';
import { Background } from '../../../src/core/background.ts';
import { silentLogger } from '../../../src/core/log.ts';
import { refusing } from '../../../src/bench/llm/refusing-home.ts';
import { configSchema } from '../../../src/config/schema.ts';
import type { Home } from '../../../src/home/home.ts';
import { say } from '../../support/agent/demo-agent.ts';
import { connectDemo } from '../../support/home/demo-home.ts';
import { guardOf, listeningAudit } from '../../support/agent/guard.ts';
import { originFor } from '../../support/agent/origin.ts';
import { handClock } from '../../support/hand-clock.ts';
import { listeningAnnouncer } from '../../support/agent/listening-announcer.ts';
import { scriptedModel } from '../../support/llm/scripted-model.ts';

type Kind = 'comfort' | 'chore' | 'securing' | 'entry' | 'crowd' | 'unseen';

type Case = { readonly wish: Wish; readonly ids: readonly string[]; readonly kind: Kind };

/** By the sentence that asks for it: a language model's tools do nothing that nobody asked for. */
const actions: Readonly<Record<string, Case>> = {
  'turn on the desk lamp': { wish: { do: 'turn_on' }, ids: ['light.desk_lamp'], kind: 'comfort' },
  'set the thermostat to 23 degrees': {
    wish: { do: 'set_temperature', degrees: 23, unit: 'C' },
    ids: ['climate.thermostat'],
    kind: 'chore',
  },
  'lock the front door': { wish: { do: 'lock' }, ids: ['lock.front_door'], kind: 'securing' },
  'unlock the front door': { wish: { do: 'unlock' }, ids: ['lock.front_door'], kind: 'entry' },
  'open the garage door': { wish: { do: 'open' }, ids: ['cover.garage_door'], kind: 'entry' },
  'open the sprinkler': { wish: { do: 'open' }, ids: ['valve.sprinkler'], kind: 'entry' },
  'disarm the home alarm': {
    wish: { do: 'disarm' },
    ids: ['alarm_control_panel.home_alarm'],
    kind: 'entry',
  },
  'run the good night script': { wish: { do: 'activate' }, ids: ['script.good_night'], kind: 'unseen' },
  'turn on all the lights': { wish: { do: 'turn_on' }, ids: [], kind: 'crowd' },
};

/** What each role may have done at all; what is risky still takes a yes. */
const covers: Readonly<Record<string, readonly Kind[]>> = {
  adult: ['comfort', 'chore', 'securing', 'entry', 'crowd', 'unseen'],
  unknown: ['comfort', 'chore', 'securing', 'entry', 'crowd', 'unseen'],
  guest: ['comfort', 'chore', 'securing', 'crowd'],
  child: ['comfort', 'crowd'],
  nobody: [],
};
const needsYes: readonly Kind[] = ['entry', 'crowd'];
const roles = Object.keys(covers);

const policy: PolicyInput = {
  people: roles.map((role) => ({ person: `${role} person`, role })),
  satellites: roles.map((role) => ({ satellite: `assist_satellite.${role}`, role })),
  roles: [{ role: 'nobody' }],
  ownSentences: 'everywhere',
};

const entrances: Readonly<Record<string, (role: string) => Partial<TurnRequest>>> = {
  'a user over HTTP': (role) => ({ channel: 'http', user: { id: `${role} person` } }),
  'a user by name': (role) => ({ channel: 'http', user: { id: 'x', name: `${role} PERSON` } }),
  'a satellite over HTTP': (role) => ({ channel: 'http', satelliteId: `assist_satellite.${role}` }),
  'a satellite over Wyoming': (role) => ({ channel: 'wyoming', satelliteId: `assist_satellite.${role}` }),
  'a child at the satellite of': (role) => ({
    channel: 'http',
    satelliteId: `assist_satellite.${role}`,
    user: { id: 'child person' },
  }),
};

const askers = Object.entries(entrances).flatMap(([entrance, from]) =>
  roles.map((role) => [entrance, role, from] as const),
);

const slowEntrances: readonly string[] = ['a user over HTTP', 'a satellite over Wyoming'];

const demo = await connectDemo();
afterAll(() => demo[Symbol.asyncDispose]());
const { signal } = new AbortController();
demo.demo.world.report('alarm_control_panel.home_alarm', {
  state: 'armed_away',
  attributes: { supported_features: 3 },
});
for (const id of demo.home.model().entities.keys())
  if (id.startsWith('light.')) demo.demo.world.report(id, { state: 'off', attributes: {} });
// Neither locked nor unlocked: both can be asked for.
demo.demo.world.report('lock.front_door', { state: 'jammed', attributes: {} });
await demo.home.until('lock.front_door', ({ state }) => state === 'jammed', {
  signal: AbortSignal.timeout(5_000),
});

const about = { by: 'name', className: null, place: null, everywhere: false } as const;

function stepFor(action: string, { model }: Turn): Extract<Step, { kind: 'act' }> {
  const { wish, ids, kind } = actions[action]!;
  const entities = [...model.entities.values()].filter(({ entityId, domain }) =>
    kind === 'crowd' ? domain === 'light' : ids.includes(entityId),
  );
  return { kind: 'act', wish, entities, about };
}

type Way = {
  readonly name: Path['name'];
  read(action: string, turn: Turn, home: Home): ReturnType<Path['read']>;
};

/** As a model writes it: what to do, and the devices by id or all of a kind. */
function toolInput(action: string): Readonly<Record<string, unknown>> {
  const { wish, ids, kind } = actions[action]!;
  const devices = kind === 'crowd' ? { kind: 'light', area: 'everywhere' } : { devices: ids };
  return { action: wish.do, ...devices, ...('degrees' in wish && { value: wish.degrees }) };
}

const planned = async (action: string, turn: Turn): Promise<Reading> => ({
  kind: 'plan',
  plan: stepFor(action, turn),
});

const ways: Readonly<Record<string, Way>> = {
  'our own grammar': { name: 'local', read: planned },
  "Home Assistant's parse": { name: 'ha', read: planned },
  'a tool of a language model': {
    name: 'llm',
    read: async (action, turn, home) => {
      const model = scriptedModel([{ use: 'control_home', with: toolInput(action) }], ['Done.']);
      return await modelPath(model, home).read(turn, { signal });
    },
  },
};

function modelPath(model: LanguageModel, home: Home, outside?: ToolsParts['outside']): Path {
  const parts = { model, llm: configSchema.parse({}).llm, home, clock: handClock(), log: silentLogger };
  return createLanguageModelPath(languageModelPath({ ...parts, outside }));
}

function agentWith(way: Way) {
  const { home, calls } = refusing(demo.home);
  const audit = listeningAudit();
  const clock = handClock();
  const path: Path = {
    name: way.name,
    read: async (turn) => {
      const { text } = turn.request;
      if (text === 'yes') return { kind: 'plan', plan: { kind: 'reply', answer: { said: 'yes' } } };
      return await way.read(text, turn, home);
    },
  };
  const door = createDoor(home, guardOf(policy, audit));
  const agent = createAgent({
    languages: () => ['en'],
    paths: [path],
    home,
    means: { door, clock, reads: createHomeReads(home) },
    ...memoryStores(clock),
  });
  return { agent, calls, audit };
}

function isCovered(role: string, entrance: string, kind: Kind): boolean {
  const isChild = entrance === 'a child at the satellite of';
  return (covers[role] ?? []).includes(kind) && (!isChild || (covers['child'] ?? []).includes(kind));
}

describe.each(Object.entries(ways))('%s', (_, way) => {
  describe.each(Object.entries(entrances))('asked by %s', (entrance, from) => {
    it.each(roles)(
      '%s: does what the role covers, after a yes where it takes one, and records it',
      async (role) => {
        for (const [action, { kind }] of Object.entries(actions)) {
          // Many devices in one call that is refused keep their time to answer: twice is enough.
          if (kind === 'crowd' && !slowEntrances.includes(entrance)) continue;
          const { agent, calls, audit } = agentWith(way);
          const who = { conversationId: 'c', ...from(role) };
          const label = `${action} for ${role}`;
          await say(agent, action, who);
          const isAllowed = isCovered(role, entrance, kind);
          const isFree = !needsYes.includes(kind);
          expect([label, calls.length > 0], label).toEqual([label, isAllowed && isFree]);
          expect(audit.entries.length, label).toBeGreaterThan(0);
          expect(audit.entries[0]?.event.kind, label).toBe(isAllowed && isFree ? 'sent' : 'refused');
          expect(
            audit.entries.every(({ path }) => path === way.name),
            label,
          ).toBe(true);
          const before = calls.length;
          await say(agent, 'yes', who);
          const mayConfirm = who.channel !== 'wyoming';
          expect([label, calls.length > before], label).toEqual([label, isAllowed && !isFree && mayConfirm]);
        }
      },
    );
  });
});

describe("a sentence of the household's own", () => {
  it.each(askers)(
    'from %s %s runs only where the role covers what nobody can see through',
    async (entrance, role, from) => {
      const { home, calls } = refusing(demo.home);
      const audit = listeningAudit();
      const clock = handClock();
      const guard = guardOf(policy, audit);
      const handOver = createHandOver(home, guard, policyOptions.parse(policy));
      const path: Path = {
        name: 'ha',
        read: async (turn) => ({
          kind: 'run',
          run: async ({ hands }, options) =>
            await handedOver(turn, { wishes: null }, handOver, hands, options),
        }),
      };
      const door = createDoor(home, guard);
      const agent = createAgent({
        languages: () => ['en'],
        paths: [path],
        home,
        means: { door, clock, reads: createHomeReads(home) },
        ...memoryStores(clock),
      });
      await say(agent, 'movie time', { conversationId: 'c', ...from(role) });
      const isAllowed = isCovered(role, entrance, 'unseen');
      expect(calls).toEqual(isAllowed ? [{ service: 'conversation.process', entityIds: [] }] : []);
      expect(audit.entries[0]?.event.kind).toBe(isAllowed ? 'sent' : 'refused');
    },
  );
});

describe('a tool of another program', () => {
  const tool: OutsideTool = {
    server: 'post',
    name: 'send_message',
    description: 'Sends a message.',
    inputSchema: {},
    isReading: false,
  };

  it.each(askers)(
    'asked by %s %s runs only where the role covers what nobody can see through',
    async (entrance, role, from) => {
      const audit = listeningAudit();
      const guard = guardOf(policy, audit);
      const sent: object[] = [];
      const servers = {
        tools: () => [tool],
        call: async (_: OutsideTool, input: object) => {
          sent.push(input);
          return { content: 'sent', isError: false };
        },
      };
      const model = scriptedModel([{ use: 'post_send_message', with: { text: 'hello' } }], ['Done.']);
      const clock = handClock();
      const agent = createAgent({
        languages: () => ['en'],
        paths: [modelPath(model, demo.home, { servers, deeds: createDeedDoor(guard) })],
        home: demo.home,
        means: { door: createDoor(demo.home, guard), clock, reads: createHomeReads(demo.home) },
        ...memoryStores(clock),
      });
      await say(agent, 'send a message to Anna', { conversationId: 'c', ...from(role) });
      const isAllowed = isCovered(role, entrance, 'unseen');
      expect(sent).toHaveLength(isAllowed ? 1 : 0);
      expect(audit.entries.map(({ event }) => event.kind)).toEqual([isAllowed ? 'sent' : 'refused']);
    },
  );
});

describe('a message on the satellites', () => {
  it.each(askers)('from %s %s is said where the role may speak elsewhere', async (_, role, from) => {
    const { until, heard, announcer } = listeningAnnouncer({ kind: 'announced' });
    await using background = new Background(silentLogger);
    const audit = listeningAudit();
    const broadcast = createBroadcast({
      announcer,
      background,
      log: silentLogger,
      guard: guardOf(policy, audit),
    });
    const clock = handClock();
    const agent = createAgent({
      languages: () => ['en'],
      paths: [
        {
          name: 'local',
          read: async () => ({ kind: 'plan', plan: { kind: 'broadcast', message: 'dinner' } }),
        },
      ],
      home: demo.home,
      means: {
        door: createDoor(demo.home, guardOf(policy)),
        clock,
        reads: createHomeReads(demo.home),
        broadcast,
      },
      ...memoryStores(clock),
    });
    const { speech } = await say(agent, 'x', from(role));
    if (role === 'nobody') {
      expect(speech).toBe('You may not send messages from here.');
      expect(heard).toEqual([]);
    } else await until(2);
    expect(audit.entries[0]?.event.kind).toBe(role === 'nobody' ? 'refused' : 'sent');
    expect(JSON.stringify(audit.entries)).not.toContain('dinner');
  });
});

describe('what is not exposed', () => {
  it('is done for nobody', async () => {
    const { home, calls } = refusing(demo.home);
    const model = home.model();
    const door = createDoor(home, guardOf(policy));
    const entity = { ...model.entities.get('light.desk_lamp')!, entityId: 'light.hidden' };
    const origin = originFor('llm', { words: ['turn on the desk lamp'] });
    const speaker = {
      channel: 'cli',
      conversationId: 'c',
      satelliteId: null,
      deviceId: null,
      userId: null,
    } as const;
    const asked = {
      wish: { do: 'turn_on' },
      entities: [entity],
      deviceCount: 1,
      speaker,
      origin,
      confirmed: [],
    } as const;
    const [outcome] = await door(asked, { signal });
    expect([outcome?.proof, calls]).toEqual(['failed', []]);
  });
});

describe('a path with limits of its own', () => {
  it('does less than the same person may have done otherwise', async () => {
    const limited: PolicyInput = {
      ...policy,
      paths: [{ path: 'llm', deny: [{ risks: ['less-safe', 'unseen'] }] }],
    };
    for (const path of ['local', 'llm'] as const) {
      const { home, calls } = refusing(demo.home);
      const door = createDoor(home, guardOf(limited));
      const speaker = {
        channel: 'http',
        conversationId: 'c',
        satelliteId: null,
        deviceId: null,
        userId: 'ada',
      } as const;
      const entities = [home.model().entities.get('script.good_night')!];
      const origin = originFor(path, { words: ['run the good night script'] });
      const asked = {
        wish: { do: 'activate' },
        entities,
        deviceCount: 1,
        speaker,
        origin,
        confirmed: [],
      } as const;
      const [outcome] = await door(asked, { signal });
      expect(calls.length).toBe(path === 'local' ? 1 : 0);
      if (path === 'llm') expect(outcome?.denial).toEqual({ by: 'path' });
    }
  });
});
