/** Televisions and speakers. */
import { answer, numberOr, textOr } from './device.ts';
import type { DemoState, Device } from './device.ts';

type Attributes = DemoState['attributes'];

const playerStates: Readonly<Record<string, string>> = {
  turn_on: 'on',
  turn_off: 'off',
  media_play: 'playing',
  media_pause: 'paused',
  media_stop: 'idle',
  media_next_track: 'playing',
  media_previous_track: 'playing',
  play_media: 'playing',
};

/** What plays before anybody chose something. */
const playlist = ['Morning Light', 'Slow River', 'Paper Boats', 'Northern Road'];

const volumeStep = 0.1;

export const mediaPlayer: Device = ({ state, attributes }, { service, data }, random) => {
  const next =
    service === 'media_play_pause'
      ? state === 'playing'
        ? 'paused'
        : 'playing'
      : (playerStates[service] ?? state);
  return answer(random, {
    state: next,
    attributes: {
      ...attributes,
      ...soundOf(service, data, attributes),
      ...titleOf(service, data, attributes),
    },
  });
};

function soundOf(service: string, data: Attributes, attributes: Attributes): Attributes {
  const level = numberOr(attributes['volume_level'], 0.5);
  const rounded = (value: number) => Math.round(Math.max(0, Math.min(1, value)) * 100) / 100;
  if (service === 'volume_set') return { volume_level: rounded(numberOr(data['volume_level'], level)) };
  if (service === 'volume_up') return { volume_level: rounded(level + volumeStep) };
  if (service === 'volume_down') return { volume_level: rounded(level - volumeStep) };
  if (service === 'volume_mute') return { is_volume_muted: data['is_volume_muted'] };
  if (service === 'select_source') return { source: data['source'] };
  if (service === 'shuffle_set') return { shuffle: data['shuffle'] };
  return {};
}

function titleOf(service: string, data: Attributes, attributes: Attributes): Attributes {
  if (service === 'play_media') {
    const id = textOr(data['media_content_id'], '');
    return {
      media_content_id: id,
      media_content_type: data['media_content_type'],
      media_title: id.split('/').at(-1),
    };
  }
  const forward = { media_next_track: 1, media_previous_track: -1, media_play: 0 }[service];
  if (forward === undefined) return {};
  const index = playlist.indexOf(textOr(attributes['media_title'], ''));
  if (forward === 0 && attributes['media_title'] !== undefined) return {};
  return {
    media_content_type: 'music',
    media_title: playlist[(Math.max(index, 0) + forward + playlist.length) % playlist.length],
  };
}
