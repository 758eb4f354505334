/** Turns with injected faults: what the reply claims against what the devices really did. */
import type { TurnOutcome } from '../../agent/agent.ts';
import { outcomeOf } from '../../agent/outcome-of.ts';
import { createHomeAgent } from '../../app/agent/home-agent.ts';
import { Background } from '../../core/background.ts';
import { systemClock } from '../../core/clock.ts';
import { BugError } from '../../core/errors.ts';
import { silentLogger } from '../../core/log.ts';
import type { DemoEntity, DemoHouse } from '../../home/demo/demo-entity.ts';
import { startDemoHome } from '../../home/demo/demo-home.ts';
import { demoHouse } from '../../home/demo/house.ts';
import { seededRandom } from '../../home/demo/random.ts';
import type { World } from '../../home/demo/world.ts';
import { openHome } from '../../home/home.ts';
import type { OpenTransport, Transport } from '../../home/link/transport.ts';
import { homeCases } from './cases.ts';
import type { HomeCase } from './cases.ts';
import { createEar } from './late.ts';
import type { Ear } from './late.ts';

/** `lost`: one device never hears the command. `away`: it can not be reached. `disconnected`: in the middle. */
export const faults = ['lost', 'slow', 'refused', 'stopped', 'away', 'disconnected'] as const;
export type Fault = (typeof faults)[number];

export type CheckedTurn = {
  readonly text: string;
  readonly fault: Fault | undefined;
  readonly speech: string;
  /** The reply says or implies that something is done which is not. */
  readonly isFalse: boolean;
  /** Every device was seen in the asked state, or a slow one on its way. */
  readonly isProven: boolean;
  /** What followed on the satellite, of a device that was on its way; absent when nobody waited for it. */
  readonly late?: Late;
};

/** `missed`: it never arrived and nobody said so. `in-vain`: it arrived, and was said not to have. */
export type Late = 'told' | 'missed' | 'in-vain' | 'quiet';

/** What an honest reply about a device that is not as asked can not do without. */
const admission =
  /\b(?:not|can(?:'|no)t|couldn't|didn't|hasn't|haven't|sent|unreachable|refused|failed|no answer)\b/i;

/** A connection breaks within this time after the sentence: before, while and after devices answer. */
const breakWithinMs = 400;
/** Short ones are over before the reply is due. */
const longestOutageMs = 3_000;

export async function runTurn(
  index: number,
  fault: Fault | undefined,
  signal: AbortSignal,
): Promise<CheckedTurn> {
  const random = seededRandom(index + 1);
  const homeCase = homeCases[index % homeCases.length];
  if (homeCase === undefined) throw new BugError('BUG', 'no case');
  const targets = Object.keys(homeCase.asked);
  const victim = targets[Math.floor(random() * targets.length)] ?? '';
  using demo = startDemoHome({
    seed: index,
    loss: 0,
    pace: 1,
    house: houseWith(victim, fault),
  });
  for (const [id, state] of Object.entries(homeCase.before)) {
    const name = { friendly_name: demo.world.states.get(id)?.attributes['friendly_name'] };
    const isAway = fault === 'away' && id === victim;
    demo.world.report(id, {
      state: isAway ? 'unavailable' : state.state,
      attributes: { ...state.attributes, ...name },
    });
  }
  const breaker = createBreaker(demo.open);
  await using home = openHome({
    open: breaker.open,
    token: demo.token,
    connectTimeoutMs: 5_000,
    pollMs: 3_600_000,
    log: silentLogger,
  });
  await home.ready({ signal });
  const ear = createEar();
  await using background = new Background(silentLogger);
  const late = { announcer: ear.announcer, background, log: silentLogger };
  const agent = createHomeAgent({ home, clock: systemClock, late });
  const request = {
    turnId: `turn-${index}`,
    text: homeCase.text,
    language: 'en',
    channel: 'http',
    satelliteId: 'assist_satellite.kitchen',
  } as const;
  const outageMs = random() * longestOutageMs;
  const cut = setTimeout(
    () => fault === 'disconnected' && breaker.breakFor(outageMs),
    random() * breakWithinMs,
  );
  const outcome = await outcomeOf(agent.respond(request, { signal }));
  clearTimeout(cut);
  const judged = { ...judge(homeCase, outcome, demo.world), fault };
  const isOnItsWay = outcome.changes.some(({ proof }) => proof === 'started');
  const isWaitedFor = fault === 'stopped' || (fault === undefined && index % waitEvery === 0);
  if (!isOnItsWay || !isWaitedFor) return judged;
  const end = await waitForEnd(homeCase, { world: demo.world, ear, signal });
  return end === undefined ? judged : { ...judged, late: end };
}

/** Of the turns without a fault, one in this many is watched to its end. */
const waitEvery = 6;
/** The longest run of a demo cover, the time an end must last, and some to spare; robots take longer. */
const endMs = 26_000;

/** Undefined when the device is still on its way. */
async function waitForEnd(
  { asked, underway }: HomeCase,
  { world, ear, signal }: { readonly world: World; readonly ear: Ear; readonly signal: AbortSignal },
): Promise<Late | undefined> {
  await ear.listen(endMs, { signal });
  const states = Object.keys(asked).map((id) => [id, world.states.get(id)] as const);
  const hasArrived = states.every(([id, state]) => state !== undefined && asked[id]?.(state) === true);
  const isMoving = states.some(([, state]) => state !== undefined && underway?.(state) === true);
  if (isMoving && ear.heard.length === 0) return undefined;
  if (hasArrived) return ear.heard.length > 0 ? 'in-vain' : 'quiet';
  return ear.heard.length > 0 ? 'told' : 'missed';
}

type Breaker = { readonly open: OpenTransport; readonly breakFor: (outageMs: number) => void };

/** A line that can be cut: every connection ends, and new ones fail until the outage is over. */
function createBreaker(open: OpenTransport): Breaker {
  const sockets: Transport[] = [];
  let awayUntilMs = 0;
  return {
    open: () => {
      const socket = open();
      if (performance.now() < awayUntilMs) socket.close();
      sockets.push(socket);
      return socket;
    },
    breakFor: (outageMs) => {
      awayUntilMs = performance.now() + outageMs;
      for (const socket of sockets) socket.close();
    },
  };
}

/** Only now, while the reply is given, counts: a lamp that obeys a second later was not yet on. */
function judge(homeCase: HomeCase, outcome: TurnOutcome, world: World): Omit<CheckedTurn, 'fault'> {
  const { asked, underway, text } = homeCase;
  const { changes, speech } = outcome;
  const truths = Object.entries(asked).map(([id, isAsked]) => {
    const state = world.states.get(id);
    const isReached = state !== undefined && isAsked(state);
    const isMoving = state !== undefined && underway?.(state) === true;
    const proof = changes.find(({ entityId }) => entityId === id)?.proof;
    const claimsDone = proof === 'proven' || proof === 'already';
    const claimsMoving = proof === 'started';
    return {
      isFalse: (claimsDone && !isReached) || (claimsMoving && !isReached && !isMoving),
      isSilent: !isReached && !isMoving,
      isProven: claimsDone || claimsMoving,
    };
  });
  const hidesMisfit = truths.some(({ isSilent }) => isSilent) && !admission.test(speech);
  return {
    text,
    speech,
    isFalse: truths.some(({ isFalse }) => isFalse) || hidesMisfit,
    isProven: truths.every(({ isProven }) => isProven),
  };
}

const entityFaults: Readonly<Partial<Record<Fault, DemoEntity['fault']>>> = {
  lost: 'silent',
  slow: 'slow',
  refused: 'refuses',
  stopped: 'stops',
};

function houseWith(victim: string, fault: Fault | undefined): DemoHouse {
  const kind = fault && entityFaults[fault];
  if (kind === undefined) return demoHouse;
  const entities = demoHouse.entities.map((entity) =>
    entity.id === victim ? { ...entity, fault: kind } : entity,
  );
  return { ...demoHouse, entities };
}
