/** One turn: a sentence, with all that is known when it comes. */
import type { Secret } from '../core/secret.ts';
import type { HomeModel } from '../home/model/home-model.ts';
import type { TurnRequest } from './agent.ts';
import type { Dialogue, Pending } from './dialogue/dialogue.ts';
import type { LanguagePack } from './reply/language-pack.ts';
import type { Speaker } from './speaker.ts';

/** A sentence with all that is known when it comes. */
export type Turn = {
  readonly request: TurnRequest;
  /** The home as it was when the sentence came. */
  readonly model: HomeModel;
  /** It was not connected then: what the model says is no longer known to be so. */
  readonly isHomeAway: boolean;
  /** Where it was said, when known. */
  readonly areaId: string | null;
  readonly speaker: Speaker;
  /** What this conversation was about; undefined when it begins. */
  readonly dialogue: Dialogue | undefined;
  /** The question of ours that this sentence may answer. */
  readonly pending: Pending | null;
  /** Our own grammar knows that it asks for nothing now. */
  readonly isNoRequest?: true;
  /** The words of its language, English where there are none. */
  readonly pack: LanguagePack;
  /** A code said in answer to us; the request holds nothing of it. */
  readonly pin?: Secret | null;
};
