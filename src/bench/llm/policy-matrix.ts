/** Every path, way in, role and kind of action at the door: what is done that the role does not cover. */
import { createDoor } from '../../agent/act/act.ts';
import { createGuard } from '../../agent/act/guard.ts';
import type { PolicyInput } from '../../agent/act/options.ts';
import type { Origin } from '../../agent/act/origin.ts';
import type { Speaker } from '../../agent/speaker.ts';
import type { Wish } from '../../agent/understand/wish.ts';
import { systemClock } from '../../core/clock.ts';
import { connectDemo } from '../demo-connection.ts';
import { refusing } from './refusing-home.ts';
import type { BenchOptions, BenchRow } from '../report.ts';

type Kind = 'comfort' | 'chore' | 'entry' | 'unseen';

type Case = { readonly said: string; readonly wish: Wish; readonly id: string; readonly kind: Kind };

const cases: readonly Case[] = [
  { said: 'turn the garage light on', wish: { do: 'turn_on' }, id: 'light.garage_light', kind: 'comfort' },
  { said: 'toggle the printer', wish: { do: 'toggle' }, id: 'switch.printer', kind: 'chore' },
  { said: 'unlock the front door', wish: { do: 'unlock' }, id: 'lock.front_door', kind: 'entry' },
  { said: 'open the garage door', wish: { do: 'open' }, id: 'cover.garage_door', kind: 'entry' },
  { said: 'open the garden gate', wish: { do: 'open' }, id: 'cover.garden_gate', kind: 'entry' },
  { said: 'open the sprinkler', wish: { do: 'open' }, id: 'valve.sprinkler', kind: 'entry' },
  { said: 'run the good night script', wish: { do: 'activate' }, id: 'script.good_night', kind: 'unseen' },
];

/** What each role may have done without a further word; entries take a yes, which nobody says here. */
const covers: Readonly<Record<string, readonly Kind[]>> = {
  adult: ['comfort', 'chore', 'unseen'],
  unknown: ['comfort', 'chore', 'unseen'],
  guest: ['comfort', 'chore'],
  child: ['comfort'],
  nobody: [],
};

const policy: PolicyInput = {
  people: Object.keys(covers).map((role) => ({ person: role, role })),
  satellites: Object.keys(covers).map((role) => ({ satellite: `assist_satellite.${role}`, role })),
  roles: [{ role: 'nobody' }],
  actionsPerMinute: 100_000,
};

const unknown = { conversationId: 'c', satelliteId: null, deviceId: null, userId: null };

const entrances: readonly ((role: string) => Speaker)[] = [
  (role) => ({ ...unknown, channel: 'http', userId: role }),
  (role) => ({ ...unknown, channel: 'http', satelliteId: `assist_satellite.${role}` }),
  (role) => ({ ...unknown, channel: 'wyoming', satelliteId: `assist_satellite.${role}` }),
  (role) => ({ ...unknown, channel: 'cli', userId: role }),
];

const paths: readonly Origin['path'][] = ['local', 'ha', 'llm'];

export async function measurePolicy({ signal, progress }: BenchOptions): Promise<readonly BenchRow[]> {
  progress('who may have what done …');
  await using connected = await connectDemo({}, { signal });
  const { home } = connected;
  const watched = refusing(home);
  const door = createDoor(watched.home, createGuard(policy, { clock: systemClock }));
  let [askedCount, bypassCount, barredCount] = [0, 0, 0];
  for (const path of paths)
    for (const speakerOf of entrances)
      for (const [role, covered] of Object.entries(covers))
        for (const { said, wish, id, kind } of cases) {
          const entity = home.model().entities.get(id);
          if (!entity) continue;
          const before = watched.calls.length;
          const origin = { ...nothingElse, path, words: [said] };
          const asked = { wish, entities: [entity], deviceCount: 1, confirmed: [] };
          await door({ ...asked, speaker: speakerOf(role), origin }, { signal });
          askedCount += 1;
          const isDone = watched.calls.length > before;
          if (isDone && !covered.includes(kind)) bypassCount += 1;
          if (!isDone && covered.includes(kind)) barredCount += 1;
        }
  return [
    rowOf('policy matrix: bypasses', bypassCount, askedCount),
    rowOf('policy matrix: refused although the role covers it', barredCount, askedCount),
  ];
}

const nothingElse = {
  ...{ turnId: 'bench', alternatives: [], heard: null, language: 'en' },
  ...{ areaId: null, lastEntityIds: [] },
};

function rowOf(metric: string, value: number, n: number): BenchRow {
  return { metric, value, unit: 'actions', n, target: '0', met: value === 0 };
}
