/** What a conversation remembers from one turn to the next. Plain data: stores write it as JSON. */
import type { ConfirmReason } from '../act/verdict.ts';
import type { TurnOutcome } from '../agent.ts';
import type { Speaker } from '../speaker.ts';
import type { About } from '../understand/mention.ts';
import type { MemoryRequest, Question, TimerChoice, TimerRequest, Wish } from '../understand/plan.ts';
import type { OfferedTimer } from '../understand/timer-answer.ts';

export type Dialogue = {
  readonly conversationId: string;
  /** Rises with every save: of two turns that go on from the same state, one is kept. */
  readonly revision: number;
  /** A question of ours that waits for an answer; null when none does. */
  readonly pending: Pending | null;
  /** The devices last acted on or asked about, for "it" and "them". */
  readonly lastEntityIds: readonly string[];
  /** Those before them, for "both"; absent in what older versions kept. */
  readonly earlierEntityIds?: readonly string[];
  /** The devices that were last offered to choose from, for "not that one, the other". */
  readonly lastOffered: readonly string[];
  /** What was last asked of them; null after a question. */
  readonly lastWish: Wish | null;
  /** What was last asked about them, for "and in the bedroom"; null after an action. */
  readonly lastQuestion?: Question | null;
  /** What was last done, for "do that again" and "undo that"; null when nothing was. */
  readonly lastAction: LastAction | null;
  /** What was said and answered, oldest first, the last few; personal. */
  readonly exchanges: readonly Exchange[];
  /** The timer that was last talked about; null once devices are. */
  readonly lastTimerId?: string | null;
  /** What was last remembered or recalled, for "forget that". */
  readonly lastFactIds?: readonly string[];
  /** Who said the last sentence, and where. */
  readonly speaker: Speaker;
  /** When the last turn ended, ms since the epoch. */
  readonly updatedAtMs: number;
};

/** One sentence and our reply. */
export type Exchange = { readonly said: string; readonly answered: string };

/** How much of a talk is remembered: more is rarely referred to, and a model's prompt must stay small. */
export const exchangeLimit = 8;

/** Parts of a sentence that wait for an answer; the first question among them was asked. */
export type Pending = {
  readonly open: readonly OpenStep[];
  /** Only an answer from there, and of this person, counts. */
  readonly askedOf: Speaker;
  /** The path that understood the sentence. */
  readonly path: TurnOutcome['path'];
  /** How often the question was asked. */
  readonly askedCount: number;
};

export type OpenStep =
  /** Done after a yes; `question` asks for it. */
  | { readonly kind: 'memory'; readonly request: MemoryRequest; readonly question: string }
  /** Done after a yes. */
  | (ActedStep & { readonly kind: 'confirm'; readonly reasons: readonly ConfirmReason[] })
  /** Done with those of these devices that are named, or answered about them. */
  | {
      readonly kind: 'which';
      readonly what: Wish | Question;
      readonly entityIds: readonly string[];
    }
  /** Done with the timer that is named; `question` asks for it. */
  | {
      readonly kind: 'which-timer';
      readonly request: Extract<TimerRequest, { readonly timer: TimerChoice }>;
      readonly timers: readonly OfferedTimer[];
      readonly question: string;
    }
  /** Switched as the answer says; without devices it is then asked where. */
  | {
      readonly kind: 'on-or-off';
      readonly entityIds: readonly string[];
      readonly about: About;
    }
  /** Started with the length that is answered; `question` asks for it. */
  | { readonly kind: 'timer-length'; readonly name: string | null; readonly question: string }
  /** Done with the devices of this kind in the room that is named. */
  | { readonly kind: 'where'; readonly wish: Wish; readonly className: string };

export type ActedStep = {
  readonly wish: Wish;
  readonly entityIds: readonly string[];
  readonly about: About;
};

export type LastAction = {
  readonly steps: readonly ActedStep[];
  /** The devices as they were before, those that something was sent to. */
  readonly before: readonly StateBefore[];
  /** What was said of it then; absent where a question came with it. Personal. */
  readonly told?: string;
};

export type StateBefore = {
  readonly entityId: string;
  readonly state: string;
  /** What can be brought back of its attributes. */
  readonly attributes: Readonly<Record<string, unknown>>;
};
