/** Who speaks and where, as far as the channel vouches for it. */
import type { Channel, TurnRequest } from './agent.ts';

export type Speaker = {
  readonly channel: Channel;
  /** Null: the turn stands alone, nothing can be asked back. */
  readonly conversationId: string | null;
  readonly satelliteId: string | null;
  readonly deviceId: string | null;
  /** Home Assistant's user id; null for a satellite's turn. */
  readonly userId: string | null;
  /** As that user is called there, when known; personal. */
  readonly userName?: string;
};

export function speakerOf(request: TurnRequest): Speaker {
  return {
    channel: request.channel,
    conversationId: request.conversationId ?? null,
    satelliteId: request.satelliteId ?? null,
    deviceId: request.deviceId ?? null,
    userId: request.user?.id ?? null,
    ...(request.user?.name !== undefined && { userName: request.user.name }),
  };
}

/** True when nothing that is known of the two differs: an answer counts only from where and whom it was asked. */
export function isSameSpeaker(one: Speaker, other: Speaker): boolean {
  return (
    one.channel === other.channel &&
    one.conversationId === other.conversationId &&
    one.satelliteId === other.satelliteId &&
    one.deviceId === other.deviceId &&
    one.userId === other.userId
  );
}
