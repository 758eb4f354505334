/** A sentence as it comes → the turn. */
import type { HomeModel } from '../home/model/home-model.ts';
import type { TurnRequest } from './agent.ts';
import type { HomeView } from './ports/home-view.ts';
import { english } from './reply/en/pack.ts';
import { packFor } from './reply/packs.ts';
import { speakerOf } from './speaker.ts';
import type { Turn } from './turn.ts';

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
