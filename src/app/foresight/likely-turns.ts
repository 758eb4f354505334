/** A sentence that is being spoken, as the agent will probably see it: where it comes from is told with its text only. */
import type { TurnRequest } from '../../agent/agent.ts';
import type { Turn } from '../../agent/turn.ts';
import type { HomeView } from '../../agent/ports/home-view.ts';
import { packFor } from '../../agent/reply/packs.ts';
import type { Speaker } from '../../agent/speaker.ts';
import { turnOf } from '../../agent/turn-of.ts';
import type { HomeModel } from '../../home/model/home-model.ts';
import type { Heard } from '../../services/stt.ts';
import type { RecentDialogue } from './recent-dialogue.ts';

type Parts = { readonly home: HomeView; readonly recent: RecentDialogue };

/** The likeliest first: in the conversation under way, then in other rooms; none without words for the language. */
export function likelyTurns({ text, language }: Heard, { home, recent }: Parts): readonly Turn[] {
  if (!packFor(language)) return [];
  const { value: last } = recent;
  const [here, ...elsewhere] = placesOf(recent, home.model()).map((where): Turn => {
    const request: TurnRequest = { turnId: 'foreseen', text, language, ...where };
    const dialogue = where.conversationId === last?.conversationId ? last : undefined;
    return turnOf(request, home, { dialogue, pending: dialogue?.pending ?? null });
  });
  if (!here) return [];
  // Where we have asked something, that is what is answered.
  if (here.pending !== null) return [here];
  return [here, ...elsewhere.filter(({ areaId }) => areaId !== here.areaId)];
}

type Place = Pick<TurnRequest, 'channel' | 'satelliteId' | 'deviceId'> & { readonly conversationId: string };

/** Where nobody has spoken yet and there are more satellites than this, any of them would be a poor guess. */
const satelliteLimit = 3;

/** Where somebody spoke lately, else every satellite there is, else nowhere. */
function placesOf({ speakers }: RecentDialogue, { satelliteAreas }: HomeModel): readonly Place[] {
  if (speakers.length > 0) return speakers.map(placeOf);
  const nowhere = { channel: 'http', conversationId: 'foreseen' } as const;
  const satellites = satelliteAreas.size <= satelliteLimit ? [...satelliteAreas.keys()] : [];
  return satellites.length > 0 ? satellites.map((satelliteId) => ({ ...nowhere, satelliteId })) : [nowhere];
}

function placeOf({ channel, conversationId, satelliteId, deviceId }: Speaker): Place {
  return {
    channel,
    conversationId: conversationId ?? 'foreseen',
    ...(satelliteId !== null && { satelliteId }),
    ...(deviceId !== null && { deviceId }),
  };
}
