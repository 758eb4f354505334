/** One sentence to the agent in a demo home of its own: what really changed there, seen from the devices' side. */
import { setTimeout as delay } from 'node:timers/promises';
import type { TurnOutcome } from '../../agent/agent.ts';
import { outcomeOf } from '../../agent/outcome-of.ts';
import { createHomeAgent } from '../../app/agent/home-agent.ts';
import { systemClock } from '../../core/clock.ts';
import { silentLogger } from '../../core/log.ts';
import { startDemoHome } from '../../home/demo/demo-home.ts';
import { openHome } from '../../home/home.ts';

export type DemoTurn = {
  readonly speech: string;
  readonly outcome: TurnOutcome;
  /** Entity id → state afterwards, with brightness where there is one: only of devices that differ from before. */
  readonly changed: Readonly<Record<string, string>>;
};

export type DemoTurnOptions = {
  /** Entity id → state before the sentence, where it differs from the house as it stands. */
  readonly before?: Readonly<Record<string, string>>;
  /** Where the satellite stands; absent: nowhere. */
  readonly areaId?: string;
  readonly signal: AbortSignal;
};

/** Devices at pace 0 answer in the next turns of the event loop; this is many of them. */
const settleMs = 20;

export async function demoTurn(text: string, options: DemoTurnOptions): Promise<DemoTurn> {
  const { before = {}, areaId, signal } = options;
  using demo = startDemoHome({ seed: 1, loss: 0, pace: 0 });
  const { world } = demo;
  for (const [entityId, state] of Object.entries(before)) {
    world.report(entityId, {
      state,
      attributes: attributesFor(state, world.states.get(entityId)?.attributes ?? {}),
    });
  }
  const snapshot = () =>
    new Map([...world.states].map(([id, { state, attributes }]) => [id, describe(state, attributes)]));
  const first = snapshot();
  const { open, token } = demo;
  await using home = openHome({ open, token, connectTimeoutMs: 5_000, pollMs: 3_600_000, log: silentLogger });
  await home.ready({ signal });
  const agent = createHomeAgent({ home, clock: systemClock });
  const place = areaId === undefined ? {} : { areaId };
  const request = { turnId: 'bench', text, language: 'en', channel: 'cli', ...place } as const;
  const outcome = await outcomeOf(agent.respond(request, { signal }));
  await delay(settleMs, undefined, { signal });
  const changed = [...snapshot()].filter(([id, state]) => first.get(id) !== state);
  return { speech: outcome.speech, outcome, changed: Object.fromEntries(changed) };
}

/** A cover's position belongs to its state. */
function attributesFor(
  state: string,
  attributes: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (!('current_position' in attributes)) return attributes;
  return { ...attributes, current_position: state === 'open' ? 100 : 0 };
}

function describe(state: string, attributes: Readonly<Record<string, unknown>>): string {
  const { brightness } = attributes;
  return typeof brightness === 'number' && state === 'on'
    ? `on ${Math.round((brightness * 100) / 255)} %`
    : state;
}
