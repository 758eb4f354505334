/** All that the steps of a plan are carried out with. */
import type { Clock } from '../../core/clock.ts';
import type { Door, DoorOptions } from '../act/act.ts';
import type { Origin } from '../act/origin.ts';
import type { ReadForecast } from '../act/read-forecast.ts';
import type { ReadList } from '../act/read-list.ts';
import type { RecordRefusedDeed } from '../act/refused-deed.ts';
import type { Broadcast } from './broadcast.ts';
import type { Conversation } from './conversation.ts';
import type { Memory } from '../memory/memory.ts';
import type { LateFailures } from './late-failures.ts';
import type { TimerService } from './timer-step.ts';

export type Hands = {
  readonly door: Door;
  readonly origin: Origin;
  readonly conversation: Conversation;
  /** Absent: nobody could be told. */
  readonly lateFailures?: LateFailures | undefined;
  /** Absent: there are no satellites to speak on. */
  readonly broadcast?: Broadcast | undefined;
  /** Absent: lists can not be read here. */
  readonly readList?: ReadList | undefined;
  /** Absent: nobody foretells the weather here. */
  readonly readForecast?: ReadForecast | undefined;
  /** Absent: nothing is told that depends on the time. */
  readonly clock?: Clock;
  /** Absent: there are no timers here. */
  readonly timers?: TimerService | undefined;
  /** Absent: there is no store that could remember. */
  readonly memory?: Memory | undefined;
  /** Absent: what nobody asked for is on no record. */
  readonly recordRefused?: RecordRefusedDeed | undefined;
  /** Called before the first action: from then on the turn must not be repeated. */
  readonly aboutToAct: () => Promise<void>;
  /** Absent: each step waits for the record of what it did. */
  readonly keep?: DoorOptions['keep'];
};
