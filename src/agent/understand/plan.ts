/** What a sentence comes to: something to do, something to answer, or why neither. Plain data. */
import type { Entity } from '../../home/model/home-model.ts';
import type { About, Linked, Place } from './mention.ts';
import type { ForecastDay } from './forecast-day.ts';
import type { Wish } from './wish.ts';

export type { Wish } from './wish.ts';

/** "are the lights on", "are any lights on", "which lights are on", "how many lights are on". */
export type Wanted = 'all' | 'any' | 'which' | 'count';

/** What of a device is asked, where it is not its state. */
export type Property =
  | 'brightness'
  | 'color'
  | 'position'
  | 'volume'
  | 'fan_speed'
  | 'media'
  | 'target_temperature'
  | 'current_temperature'
  | 'battery';

/** What of the coming weather: all of it, its degrees, or whether there will be such. */
export type ForecastAbout = 'weather' | 'temperature' | 'rain' | 'snow' | 'sun';

export type Question =
  | { readonly ask: 'state'; readonly state: string; readonly wanted: Wanted }
  | { readonly ask: 'value' }
  | { readonly ask: 'property'; readonly property: Property }
  | { readonly ask: 'weather' }
  /** The coming days. */
  | { readonly ask: 'forecast'; readonly about: ForecastAbout; readonly day: ForecastDay }
  /** Open items of a list. */
  | { readonly ask: 'list_items' }
  /** Zone or room of a person. */
  | { readonly ask: 'where' };

/** Which of the running timers; all null: the only one, else the nearest. */
export type TimerChoice = {
  readonly name: string | null;
  /** The length it was started with. */
  readonly lengthMs: number | null;
  /** Where it was started. */
  readonly place: Place | null;
  /** It was chosen: this one and no other. */
  readonly timerId?: string;
  /** "The other one": any but this. */
  readonly otherThan?: string;
};

export type TimerRequest =
  | { readonly do: 'start'; readonly lengthMs: number; readonly name: string | null }
  | { readonly do: 'cancel' | 'pause' | 'resume' | 'status'; readonly timer: TimerChoice }
  | { readonly do: 'cancel_all'; readonly place: Place | null }
  /** Negative takes time away. */
  | { readonly do: 'change'; readonly byMs: number; readonly timer: TimerChoice }
  /** Another length from its start on: "make it eight minutes". */
  | { readonly do: 'set'; readonly lengthMs: number; readonly timer: TimerChoice };

/** What is asked of memory; texts are in normalised words. */
export type MemoryRequest =
  | { readonly do: 'remember'; readonly fact: string }
  /** Of everything when the topic is null. */
  | { readonly do: 'recall'; readonly topic: string | null }
  | { readonly do: 'forget'; readonly about: string }
  /** What was last remembered or recalled in this conversation. */
  | { readonly do: 'forget-last' }
  | { readonly do: 'forget-these'; readonly factIds: readonly string[] }
  | { readonly do: 'forget-all' }
  /** Whether what is said may be kept from now on. */
  | { readonly do: 'start' | 'stop' };

/** `locked`: too many wrong ones came from there; `unset`: there is none that could be right. */
export type PinVerdict = 'right' | 'wrong' | 'locked' | 'unset';

/** Said in answer to a question of ours. */
export type AnswerToUs =
  | { readonly said: 'yes' | 'no' }
  /** A code, where we asked for it, and whether it was the right one. */
  | { readonly said: 'pin'; readonly was: PinVerdict }
  /** One or more of the devices we offered. */
  | { readonly said: 'these'; readonly entities: readonly Entity[] }
  /** Whether devices are to be on or off, where we asked. */
  | { readonly said: 'on' | 'off' }
  /** How long a timer is to run, where we asked. */
  | { readonly said: 'length'; readonly lengthMs: number }
  /** Timers, where we asked which. */
  | { readonly said: 'timers'; readonly timerIds: readonly string[] }
  /** A room, where we asked for one. */
  | { readonly said: 'there'; readonly place: Place };

/** Of another day or time than now; moments are ms since the epoch. */
export type CalendarAnswer =
  | { readonly tell: 'day' | 'time'; readonly atMs: number }
  /** How long it is until then. */
  | { readonly tell: 'length'; readonly lengthMs: number; readonly inWeeks: boolean };

/** One thing of a sentence. */
export type Step =
  | {
      readonly kind: 'act';
      readonly wish: Wish;
      readonly entities: readonly Entity[];
      readonly about: About;
      /** "not that one, the other": what was last done is to be undone first. */
      readonly instead?: boolean;
    }
  /** Not all words are known: done after a yes. */
  | {
      readonly kind: 'unsure';
      readonly wish: Wish;
      readonly entities: readonly Entity[];
      readonly about: About;
      /** What no device is called here: others may have been meant. */
      readonly unknownName: string | null;
    }
  | {
      readonly kind: 'answer';
      readonly question: Question;
      readonly entities: readonly Entity[];
      readonly about: About;
    }
  | { readonly kind: 'timer'; readonly request: TimerRequest }
  /** On all satellites but the speaker's, or on these. */
  | { readonly kind: 'broadcast'; readonly message: string; readonly satelliteIds?: readonly string[] }
  /** `isAllowed`: the person was asked, and said yes. */
  | { readonly kind: 'memory'; readonly request: MemoryRequest; readonly isAllowed?: true }
  /** What needs no device: the clock, and small courtesies. */
  | {
      readonly kind: 'tell';
      readonly what: 'time' | 'date' | 'greeting' | 'farewell' | 'thanks' | 'help' | 'name';
    }
  | { readonly kind: 'calendar'; readonly answer: CalendarAnswer }
  /** "do that again": the last action once more. */
  | { readonly kind: 'again' }
  /** The last action is taken back. */
  | { readonly kind: 'undo' }
  /** What was last done is told as it was said then, or as its devices are now. */
  | { readonly kind: 'recount'; readonly as: 'said' | 'is-now' }
  /** "never mind": nothing is done, a question of ours is dropped. */
  | { readonly kind: 'never-mind' }
  /** "the lights": whether they are to be on or off was not said. None where it is not known which ones either. */
  | {
      readonly kind: 'on-or-off';
      readonly entities: readonly Entity[];
      readonly about: About;
    }
  /** Only while a question of ours waits (`Situation.asked`). */
  | { readonly kind: 'reply'; readonly answer: AnswerToUs }
  /** The sentence is known, but not what of the home it means. */
  | {
      readonly kind: 'unlinked';
      readonly why: Exclude<Linked, { readonly kind: 'entities' }>;
      /** What would be done once it is known; null for questions. */
      readonly wish: Wish | null;
      /** True when nothing was to be changed. */
      readonly isQuestion: boolean;
      /** What would be answered once it is known. */
      readonly question?: Question;
    }
  | {
      readonly kind: 'not-understood';
      readonly why: NotUnderstood;
      /** What is to be done at another time, where both were understood. */
      readonly later?: Later;
    };

/** A command for another time. */
export type Later = {
  /** Counted from now; null when a time of day, a date or a condition was said. */
  readonly afterMs: number | null;
  /** ms since the epoch, where a single time was said and it is known what time it is now. */
  readonly atMs: number | null;
  /** The words of the time, and of what to do then. */
  readonly when: string;
  readonly command: string;
};

/** Several steps are done in this order; each is answered for itself. */
export type Plan = Step | { readonly kind: 'several'; readonly steps: readonly Step[] };

export type NotUnderstood =
  | 'empty'
  | 'no-match'
  /** Said, told, imagined, conditional or past: nobody asked for it now. */
  | 'not-a-request'
  /** "don't …": there is nothing to do. */
  | 'negated'
  /** It is for another time, and times can not be kept yet. */
  | 'for-later'
  /** Known, and nothing that can be done yet. */
  | 'not-yet';
