/** A conversation with the agent in a house of its own, and what really changed there. */
import { setTimeout as delay } from 'node:timers/promises';
import type { TurnOutcome } from '../../agent/agent.ts';
import type { LanguageModelPathParts } from '../../agent/llm/llm-path.ts';
import { outcomeOf } from '../../agent/outcome-of.ts';
import type { Path } from '../../agent/path.ts';
import type { HomeAssistantAgent } from '../../agent/ports/home-assistant-agent.ts';
import { createHomeAgent } from '../../app/agent/home-agent.ts';
import { startTimers } from '../../app/agent/timers.ts';
import { systemClock } from '../../core/clock.ts';
import { silentLogger } from '../../core/log.ts';
import type { DemoHouse } from '../../home/demo/demo-entity.ts';
import type { Home } from '../../home/home.ts';
import type { EntityState } from '../../home/model/home-model.ts';
import { connectDemo } from '../demo-connection.ts';

export type Talk = AsyncDisposable & {
  /** In English, or in the language of a BCP 47 tag. */
  say(text: string, language?: string): Promise<TurnOutcome>;
  /** The devices' own states, after they came to rest. */
  states(): Promise<ReadonlyMap<string, EntityState>>;
  /** Every state they reported since the start, on the way too. */
  reported(): readonly { readonly entityId: string; readonly after: EntityState }[];
};

export type TalkOptions = {
  readonly house?: DemoHouse;
  /** Where the satellite stands; absent: nowhere. */
  readonly areaId?: string;
  /** Reads what our own grammar does not; absent: nobody does. */
  readonly homeAssistant?: HomeAssistantAgent;
  /** Asked instead of our own grammar, which then reads answers to our questions only. */
  readonly languageModel?: (home: Home) => LanguageModelPathParts;
  readonly signal: AbortSignal;
};

/** Devices at pace 0 answer in the next turns of the event loop; this is many of them. */
const settleMs = 15;

/** No timer ends while a dialogue is played. */
const noBackground = { run: () => undefined };

export async function openTalk({
  house,
  areaId,
  homeAssistant,
  languageModel,
  signal,
}: TalkOptions): Promise<Talk> {
  const connected = await connectDemo({ ...(house && { house }) }, { signal });
  const { demo, home } = connected;
  const timers = await startTimers({
    background: noBackground,
    terminal: () => undefined,
    clock: systemClock,
    log: silentLogger,
    signal,
  });
  const agent = createHomeAgent({
    home,
    clock: systemClock,
    timers,
    ...(homeAssistant && { homeAssistant }),
    ...(languageModel && { languageModel: languageModel(home), ownPath: answersOnly }),
  });
  let turn = 0;
  const reports: { entityId: string; after: EntityState }[] = [];
  demo.world.watch((event) => {
    if (event.kind === 'state') reports.push({ entityId: event.entityId, after: event.after });
  });
  return {
    async say(text, language = 'en') {
      turn += 1;
      const request = {
        turnId: `turn ${turn}`,
        conversationId: 'talk',
        text,
        language,
        channel: 'cli',
        ...(areaId !== undefined && { areaId }),
      } as const;
      return await outcomeOf(agent.respond(request, { signal }));
    },
    async states() {
      await delay(settleMs, undefined, { signal });
      return new Map(demo.world.states);
    },
    reported: () => reports,
    [Symbol.asyncDispose]: () => connected[Symbol.asyncDispose](),
  };
}

function answersOnly(path: Path): Path {
  return {
    name: path.name,
    read: async (turn, options) =>
      turn.pending === null
        ? { kind: 'passed', speech: null, language: turn.pack.language }
        : await path.read(turn, options),
  };
}
