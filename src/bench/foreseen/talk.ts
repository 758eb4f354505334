/** A conversation with the agent in which every reply is foreseen first, as the program does while it listens. */
import { DeviceHabits } from '../../agent/act/device-habits.ts';
import { createHomeReads } from '../../agent/act/home-reads.ts';
import { policyOptions } from '../../agent/act/options.ts';
import { createPolicy } from '../../agent/act/policy.ts';
import { createLocalPath } from '../../agent/local-path.ts';
import { outcomeOf } from '../../agent/outcome-of.ts';
import type { HomeView } from '../../agent/ports/home-view.ts';
import { loadGrammar } from '../../agent/understand/load-grammar.ts';
import type { Plan } from '../../agent/understand/plan.ts';
import { understand } from '../../agent/understand/understand.ts';
import { createHomeAgent } from '../../app/agent/home-agent.ts';
import { foreseeReplies } from '../../app/foresight/foresee-replies.ts';
import { RecentDialogue } from '../../app/foresight/recent-dialogue.ts';
import { memoryStores } from '../../app/data/stores.ts';
import { startTimers } from '../../app/agent/timers.ts';
import { systemClock } from '../../core/clock.ts';
import { silentLogger } from '../../core/log.ts';
import type { DemoHouse } from '../../home/demo/demo-entity.ts';
import type { Home } from '../../home/home.ts';
import type { HomeModel } from '../../home/model/home-model.ts';
import { connectDemo } from '../demo-connection.ts';

export type ForeseenTurn = {
  readonly text: string;
  readonly speech: string;
  /** What the sentence came to by itself. */
  readonly kind: Plan['kind'];
  /** Place of the reply among those that were foreseen, 0 is the first guess; undefined when it was none of them. */
  readonly rank: number | undefined;
};

export type ForeseenTalk = AsyncDisposable & { say(text: string): Promise<ForeseenTurn> };

export type ForeseenTalkOptions = {
  readonly house?: DemoHouse;
  /** Where the satellite stands; absent: nowhere. */
  readonly areaId?: string;
  readonly signal: AbortSignal;
};

const satelliteId = 'assist_satellite.bench';
const clock = systemClock;
/** No timer ends meanwhile. */
const noBackground = { run: () => undefined };
const isNever = (): undefined => undefined;

export async function openForesight({ house, areaId, signal }: ForeseenTalkOptions): Promise<ForeseenTalk> {
  const connected = await connectDemo({ pace: 1, ...(house && { house }) }, { signal });
  const { home } = connected;
  const timers = await startTimers({
    ...{ background: noBackground, terminal: isNever, clock, log: silentLogger, signal },
  });
  const recent = new RecentDialogue(clock);
  const agent = createHomeAgent({ home, clock, timers, stores: recent.watched(memoryStores(clock)) });
  const grammar = loadGrammar('en');
  const parts = {
    paths: [createLocalPath(grammar, clock)],
    home: withSatellite(home, areaId),
    policy: createPolicy(policyOptions.parse({})),
    habits: new DeviceHabits(),
    reads: createHomeReads(home),
    hasModel: false,
    ...{ clock, timers, recent },
  };
  let turn = 0;
  return {
    async say(text) {
      turn += 1;
      const language = 'en';
      const replies = await foreseeReplies({ text, language }, parts, { signal });
      const where = { satelliteId, ...(areaId !== undefined && { areaId }) };
      const request = { turnId: `turn ${turn}`, conversationId: 'talk', channel: 'http', ...where } as const;
      const { plan } = understand(
        text,
        { model: home.model(), areaId: areaId ?? null, lastEntityIds: [] },
        grammar,
      );
      const { speech, changes } = await outcomeOf(agent.respond({ ...request, text, language }, { signal }));
      parts.habits.learn(changes);
      const rank = replies.indexOf(speech);
      return { text, speech, kind: plan.kind, rank: rank < 0 ? undefined : rank };
    },
    [Symbol.asyncDispose]: () => connected[Symbol.asyncDispose](),
  };
}

/** The same home with the satellite in it, as Home Assistant would list it. */
function withSatellite(home: Home, areaId: string | undefined): HomeView {
  if (areaId === undefined) return home;
  const seen = new WeakMap<HomeModel, HomeModel>();
  return {
    status: () => home.status(),
    model: () => {
      const model = home.model();
      const known = seen.get(model) ?? { ...model, satelliteAreas: new Map([[satelliteId, areaId]]) };
      seen.set(model, known);
      return known;
    },
  };
}
