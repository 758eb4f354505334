/** All that the steps of a plan are carried out with. */
import type { Clock } from '../../core/clock.ts';
import type { Door, DoorOptions } from '../act/act.ts';
import type { HomeReads } from '../act/home-reads.ts';
import type { Origin } from '../act/origin.ts';
import type { RecordRefusedDeed } from '../act/refused-deed.ts';
import type { Memory } from '../memory/memory.ts';
import type { Broadcast } from './broadcast.ts';
import type { Conversation } from './conversation.ts';
import type { LateFailures } from './late-failures.ts';
import type { TimerService } from './timer-step.ts';

/** What an agent has in every turn. */
export type Means = {
  /** The way to every actuator. */
  readonly door: Door;
  readonly reads: HomeReads;
  readonly clock: Clock;
  /** Absent: nothing can be said after a turn has ended. */
  readonly lateFailures?: LateFailures | undefined;
  /** Absent: there are no satellites to speak on. */
  readonly broadcast?: Broadcast | undefined;
  /** Absent: there are no timers here. */
  readonly timers?: TimerService | undefined;
  /** Absent: there is no store that could remember. */
  readonly memory?: Memory | undefined;
  /** Absent: what nobody asked for is on no record. */
  readonly recordRefused?: RecordRefusedDeed | undefined;
};

export type Hands = Means & {
  readonly origin: Origin;
  readonly conversation: Conversation;
  /** Called before the first action: from then on the turn must not be repeated. */
  readonly aboutToAct: () => Promise<void>;
  /** Absent: each step waits for the record of what it did. */
  readonly keep?: DoorOptions['keep'];
};
