/**
 * Everything the agent says by itself, as facts; a language pack turns each into a short, true, speakable sentence.
 *
 * A new kind of reply is one line here: the compiler then asks every language for it, and the conformance test
 * asks for an example.
 */
import type { Unable } from '../act/actions/plan-action.ts';
import type { Wish } from '../understand/plan.ts';
import type { Place } from '../understand/mention.ts';
import type { ListWords } from './list-words.ts';
import type { MemoryWords } from './memory-words.ts';
import type { PinReply, PolicyWords } from './policy-words.ts';
import type { TellWords } from './tell-words.ts';
import type { TimerWords } from './timer-words.ts';

/**
 * What a reply is about: devices by their names, more than one remembers by their number, or a kind of device in a
 * place (null: everywhere).
 */
export type Subject =
  | { readonly by: 'name'; readonly names: readonly string[] }
  | { readonly by: 'count'; readonly className: string | null; readonly count: number }
  | {
      readonly by: 'class';
      readonly className: string;
      readonly place: Place | null;
      readonly count: number;
    };

/** How far the devices of one wish are that did what was asked. */
export type Progress = 'done' | 'underway' | 'some-underway';

/** Why one device is not as it was asked to be. */
export type Trouble =
  | { readonly name: string; readonly why: 'no-answer' | 'never-reports' | 'unreachable' | 'refused-by-home' }
  | Inability;

/** A device has not got what was asked of it, or not as it is now. */
export type Inability = {
  readonly name: string;
  readonly why: 'unable';
  readonly unable: Unable;
  readonly wish: Wish;
};

/** Why something is asked about or refused before it is done. */
export type Risk = 'less-safe' | 'many-devices';

/**
 * Why a yes would not count: `connection` names nobody (Wyoming has no password), `satellite` is one that the
 * household let confirm nothing, `conversation` has no way back to this question.
 */
export type NoConfirmation = 'connection' | 'satellite' | 'conversation';

/** A state as the home reports it; packs know the usual ones and say others as they are. */
export type StateWord = string;

export type Reading =
  /** `isLevel`: what a device is set to or stands at, rather than what it measures. */
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly unit: string | null;
      readonly isLevel?: true;
    }
  | { readonly kind: 'state'; readonly state: StateWord }
  | { readonly kind: 'climate'; readonly current: number; readonly target: number | null };

type About = { readonly subject: Subject };

/** Replies that are the same sentence every time. */
export type FixedReply =
  | PinReply
  /** Nothing there that could do it. */
  | 'nothingToDo'
  | 'homeAway'
  /** The turn began to act and never ended: what was done is not known. */
  | 'interrupted'
  /** A message is being said on the other satellites. */
  | 'tellingOthers'
  /** There is no other satellite. */
  | 'nobodyToTell'
  /** Said later: no satellite could say the message. */
  | 'messageUnheard'
  /** Neither yes nor no was said: the question once more. */
  | 'confirmAgain'
  /** A device was named, and nothing of what is to be done. */
  | 'onOrOff'
  /** The answer was no, or "never mind". */
  | 'dropped'
  /** "yes", and no question waits for it: it was answered, forgotten, or asked somewhere else. */
  | 'nothingAsked'
  /** "undo that", "do that again", and nothing was done in this conversation. */
  | 'nothingDone'
  /** "undo that", and what was before can not be brought back (a scene, a script). */
  | 'cannotUndo'
  | 'nothingHeard'
  | 'notUnderstood'
  | 'notARequest'
  | 'negated'
  | 'forLater'
  /** After the few of many devices that were not so already. */
  | 'restWasSo'
  /** After a setting that shows only when the device is turned on. */
  | 'butOff'
  /** It was understood and is nothing we can do. */
  | 'unsupported'
  /** Neither we nor the home read this language. */
  | 'languageUnknown'
  /** A sentence of the household's own, which may do anything, came from where nobody is known. */
  | 'ownSentenceRefused'
  /** It ran something the household wrote and gave no words for it. */
  | 'homeRan'
  /** It was asked to run something and did not answer in time: whether it ran is not known. */
  | 'homeSilent'
  /** No language model could be reached, or none answered in time. */
  | 'modelAway'
  /** Its key or its name is wrong. */
  | 'modelRefused'
  /** Its provider takes no more requests for a while. */
  | 'modelLimited'
  /** It broke off in the middle of its answer. */
  | 'modelBrokeOff'
  /** It claimed to have done something, and nothing was done. */
  | 'didNothing';

/** The other kinds, and what each is made of. */
export type ReplyFacts = {
  // What became of a wish.
  readonly changed: About & { readonly wish: Wish; readonly progress: Progress };
  readonly alreadySo: About & { readonly wish: Wish };
  /** Some of several devices did it. */
  readonly partly: {
    readonly wish: Wish;
    readonly progress: Progress;
    readonly goodCount: number;
    readonly totalCount: number;
    readonly troubles: readonly Trouble[];
  };
  /** None did it. */
  readonly notDone: { readonly troubles: readonly Trouble[] };
  /** After `partly` and `notDone`: devices beside those that were named. */
  readonly moreUnproven: { readonly count: number };

  // Before something risky.
  /** A question; "yes" does it. */
  readonly confirm: About & { readonly wish: Wish; readonly why: Risk; readonly count: number };
  /** It needs a confirmation that can not be given here. */
  readonly cannotConfirm: About & {
    readonly wish: Wish;
    readonly why: Risk;
    readonly count: number;
    readonly because: NoConfirmation;
  };

  /**
   * Said unasked, when a slow device that was on its way did not arrive: `stopped` came to rest elsewhere,
   * `failed` jammed or is no longer reachable, `timed-out` never reported.
   */
  readonly lateFailure: {
    readonly name: string;
    readonly wish: Wish;
    readonly end: 'stopped' | 'failed' | 'timed-out';
    readonly state: StateWord;
  };

  // Before something unclear.
  /** A question for one of these names; of a single one, whether that was meant. */
  readonly whichOne: { readonly names: readonly string[] };
  /** A question for a room; null: devices of no known kind. */
  readonly whichRoom: { readonly className: string | null };

  // What can not be linked.
  readonly unfit: { readonly name: string };
  readonly noneThere: { readonly className: string; readonly place: Place };
  /** The whole home has none. */
  readonly noneAnywhere: { readonly className: string };
  readonly unknownPlace: { readonly said: string };
  readonly unknownName: { readonly said: string };

  // Answers.
  /** One device; `verdict` answers a yes-or-no question, null where neither is true (a door in motion). */
  readonly stateOfOne: {
    readonly name: string;
    readonly state: StateWord;
    readonly verdict: 'yes' | 'no' | null;
  };
  readonly allAre: About & { readonly state: StateWord };
  readonly noneAre: About & { readonly state: StateWord };
  /** `names`: who they are, when they are few. */
  readonly someAre: {
    readonly state: StateWord;
    readonly yesCount: number;
    readonly totalCount: number;
    readonly names: readonly string[];
  };
  /** Which are so, by name; `isYes`: the question was whether any is. */
  readonly theseAre: {
    readonly state: StateWord;
    readonly names: readonly string[];
    readonly isYes: boolean;
  };
  /** How many of a kind are so. */
  readonly countAre: {
    readonly state: StateWord;
    readonly count: number;
    readonly className: string | null;
    readonly place: Place | null;
    readonly verdict: 'yes' | 'no' | null;
  };
  readonly readings: { readonly of: readonly { readonly name: string; readonly reading: Reading }[] };
  /** Only this much is known of it. */
  readonly onlyKnown: { readonly name: string; readonly state: StateWord };
  readonly unreachable: About;
  readonly unreachableCount: { readonly count: number };
  /** A question about devices that can not be reached, or have not reported since the home started. */
  readonly cannotTell: About & { readonly why: 'unreachable' | 'silent' };
};

export type LanguagePack = {
  /** BCP 47. */
  readonly language: string;
  readonly timers: TimerWords;
  readonly lists: ListWords;
  readonly memory: MemoryWords;
  readonly tells: TellWords;
  readonly policy: PolicyWords;
} & { readonly [Kind in FixedReply]: string } & {
  readonly [Kind in keyof ReplyFacts]: (facts: ReplyFacts[Kind]) => string;
};
