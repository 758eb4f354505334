/** What a turn lends to its tools, at a demo home that answers at once. */
import { createDoor } from '../../../src/agent/act/act.ts';
import { createGuard } from '../../../src/agent/act/guard.ts';
import { createHomeReads } from '../../../src/agent/act/home-reads.ts';
import { originOf } from '../../../src/agent/act/origin.ts';
import { carryOutStep } from '../../../src/agent/dialogue/carry-out.ts';
import type { Hands } from '../../../src/agent/dialogue/hands.ts';
import type { Turn } from '../../../src/agent/turn.ts';
import { english } from '../../../src/agent/reply/en/pack.ts';
import { speakerOf } from '../../../src/agent/speaker.ts';
import type { ToolHands } from '../../../src/agent/tools/tool.ts';
import { systemClock } from '../../../src/core/clock.ts';
import type { Home } from '../../../src/home/home.ts';

/** A turn in which this was said, in this room. */
export function toolHands(
  home: Home,
  text: string,
  areaId: string | null = null,
  more: Partial<Hands> = {},
): ToolHands {
  const request = { turnId: 't', text, language: 'en', channel: 'cli' } as const;
  const turn: Turn = {
    request,
    model: home.model(),
    isHomeAway: false,
    areaId,
    speaker: speakerOf(request),
    dialogue: undefined,
    pending: null,
    pack: english,
  };
  const guard = createGuard({}, { clock: systemClock });
  const hands: Hands = {
    door: createDoor(home, guard),
    origin: originOf(turn, 'llm'),
    conversation: {
      dialogue: undefined,
      pending: null,
      takePending: async () => false,
      remember: async () => undefined,
    },
    aboutToAct: async () => undefined,
    reads: createHomeReads(home),
    clock: systemClock,
    ...more,
  };
  return {
    turn,
    work: { hands, say: () => undefined, showTool: () => undefined },
    carryOut: async (step, options) =>
      await carryOutStep(step, { deviceCount: 1, confirmed: [] }, turn, hands, options),
  };
}
