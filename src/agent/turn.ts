/** One turn: a sentence, with all that is known when it comes. */
import type { Secret } from '../core/secret.ts';
import type { HomeModel } from '../home/model/home-model.ts';
import type { TurnRequest } from './agent.ts';
import type { Dialogue, Pending } from './dialogue/dialogue.ts';
import type { HomeView } from './ports/home-view.ts';
import { english } from './reply/en/pack.ts';
import type { LanguagePack } from './reply/language-pack.ts';
import { packFor } from './reply/packs.ts';
import { type Speaker, speakerOf } from './speaker.ts';

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

export function turnOf(
  request: TurnRequest,
  home: HomeView,
  conversation: Pick<Turn, 'dialogue' | 'pending' | 'pin'>,
): Turn {
  const { dialogue, pending, pin = null } = conversation;
  const model = home.model();
  return {
    request,
    model,
    isHomeAway: home.status() !== 'connected',
    areaId: areaOf(request, model),
    speaker: speakerOf(request),
    dialogue,
    pending,
    pack: packFor(request.language) ?? english,
    pin,
  };
}

/** Where it was said: as the caller says, else where its satellite or device stands. */
function areaOf({ areaId, satelliteId, deviceId }: TurnRequest, model: HomeModel): string | null {
  if (areaId !== undefined) return areaId;
  const satelliteArea = satelliteId === undefined ? undefined : model.satelliteAreas.get(satelliteId);
  if (satelliteArea !== undefined) return satelliteArea;
  return (deviceId === undefined ? undefined : model.devices.get(deviceId)?.areaId) ?? null;
}
