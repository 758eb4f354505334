/** What a sentence comes to: something to do, something to answer, or why neither. Plain data. */
import type { Entity } from '../../home/model/home-model.ts';
import type { About, Linked } from './mention.ts';

/** What is asked of each device. */
export type Wish =
  | { readonly do: 'turn_on' | 'turn_off' | 'open' | 'close' | 'lock' | 'unlock' }
  | { readonly do: 'set_brightness'; readonly percent: number };

/** "are the lights on", "are any lights on", "which lights are on", "how many lights are on". */
export type Wanted = 'all' | 'any' | 'which' | 'count';

export type Question =
  | { readonly ask: 'state'; readonly state: string; readonly wanted: Wanted }
  | { readonly ask: 'value' };

export type Plan =
  | { readonly kind: 'act'; readonly wish: Wish; readonly entities: readonly Entity[]; readonly about: About }
  | {
      readonly kind: 'answer';
      readonly question: Question;
      readonly entities: readonly Entity[];
      readonly about: About;
    }
  /** The sentence is known, but not what of the home it means. */
  | {
      readonly kind: 'unlinked';
      readonly why: Exclude<Linked, { readonly kind: 'entities' }>;
      /** True when nothing was to be changed. */
      readonly isQuestion: boolean;
    }
  | { readonly kind: 'not-understood'; readonly why: NotUnderstood };

export type NotUnderstood =
  | 'empty'
  | 'no-match'
  /** Said, told, imagined, conditional or past: nobody asked for it now. */
  | 'not-a-request'
  /** "don't …": there is nothing to do. */
  | 'negated'
  /** It is for another time, and times can not be kept yet. */
  | 'for-later';
