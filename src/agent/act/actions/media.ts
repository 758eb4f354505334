/** Televisions and speakers. */
import type { EntityState } from '../../../home/model/home-model.ts';
import { choose } from './choices.ts';
import {
  cameTo,
  isOff,
  clamp,
  isNear,
  isTelling,
  numberOf,
  plan,
  type Planned,
  slowStartDeadlineMs,
  supports,
  type Target,
  unable,
  unsupported,
} from './plan-action.ts';

/** Home Assistant's media player features. */
const bits = {
  pause: 1,
  volume: 4,
  mute: 8,
  previous: 16,
  next: 32,
  volumeStep: 1_024,
  source: 2_048,
  stop: 4_096,
  play: 16_384,
  playMedia: 512,
  search: 4_194_304,
} as const;

/** Players round to whole per cent and amplifiers to half decibels. */
const volumeSlack = 0.02;

export function play(target: Target): Planned {
  if (!supports(target, bits.play)) return unsupported;
  return plan(target, {
    service: 'media_play',
    proves: ({ state }) => state === 'playing',
    underway: ({ state }) => state === 'buffering',
    deadlineMs: slowStartDeadlineMs,
  });
}

/** Proven by something else than before, or by playing after silence. */
export function playMedia(target: Target): Planned {
  if (!canSearch(target)) return unsupported;
  const { media, state: before } = target;
  if (!media) return unable({ why: 'nothing-found' });
  return plan(target, {
    service: 'play_media',
    data: { media_content_id: media.contentId, media_content_type: media.contentType },
    proves: (state) =>
      state.state === 'playing' && (before?.state !== 'playing' || pieceOf(state) !== pieceOf(before)),
    underway: ({ state }) => state === 'buffering',
    deadlineMs: slowStartDeadlineMs,
  });
}

export function canSearch(target: Pick<Target, 'state'>): boolean {
  return supports(target, bits.search) && supports(target, bits.playMedia);
}

export function pause(target: Target): Planned {
  if (target.state && isOff(target.state)) return unable({ why: 'is-off' });
  if (target.state?.state === 'idle' || target.state?.state === 'on') return unable({ why: 'not-now' });
  if (supports(target, bits.pause)) return plan(target, { service: 'media_pause', proves: isSilent });
  return supports(target, bits.stop)
    ? plan(target, { service: 'media_stop', proves: isSilent })
    : unsupported;
}

export function stopMedia(target: Target): Planned {
  if (target.state && isOff(target.state)) return unable({ why: 'is-off' });
  if (!supports(target, bits.stop)) return pause(target);
  return plan(target, { service: 'media_stop', proves: hasStopped });
}

/** `media_next_track` is proven by another piece, the previous one also by the same piece from its start. */
export function skip(direction: 'next' | 'previous', target: Target): Planned {
  if (!supports(target, bits[direction])) return unsupported;
  const before = target.state;
  if (before?.state !== 'playing' && before?.state !== 'paused') return unable({ why: 'not-now' });
  const wasAt = numberOf(before, 'media_position') ?? 0;
  return plan(target, {
    service: `media_${direction}_track`,
    proves: (state) =>
      pieceOf(state) !== pieceOf(before) ||
      (direction === 'previous' && (numberOf(state, 'media_position') ?? wasAt) < wasAt),
    deadlineMs: slowStartDeadlineMs,
  });
}

export function setVolume(percent: number, target: Target): Planned {
  if (!supports(target, bits.volume)) return unsupported;
  if (target.state && isOff(target.state)) return unable({ why: 'is-off' });
  const wanted = Math.round(clamp(percent, 0, 100)) / 100;
  return plan(target, {
    service: 'volume_set',
    data: { volume_level: wanted },
    proves: (state) => isNear(numberOf(state, 'volume_level'), wanted, volumeSlack),
  });
}

/** To a figure where the player knows one, else by its own steps. */
export function changeVolume(byPercent: number, target: Target): Planned {
  const { state } = target;
  if (state && isOff(state)) return unable({ why: 'is-off' });
  const now = numberOf(state, 'volume_level');
  if (now !== undefined && supports(target, bits.volume)) {
    const percent = clamp(Math.round(now * 100 + byPercent), 0, 100);
    return cameTo({ do: 'set_volume', percent }, setVolume(percent, target));
  }
  if (!supports(target, bits.volume, bits.volumeStep)) return unsupported;
  const isUp = byPercent > 0;
  return plan(target, {
    service: isUp ? 'volume_up' : 'volume_down',
    proves: (after) => {
      const level = numberOf(after, 'volume_level');
      return now !== undefined && level !== undefined && (isUp ? level > now : level < now);
    },
  });
}

export function mute(isMuted: boolean, target: Target): Planned {
  if (!supports(target, bits.mute)) return unsupported;
  if (target.state && isOff(target.state)) return unable({ why: 'is-off' });
  return plan(target, {
    service: 'volume_mute',
    data: { is_volume_muted: isMuted },
    proves: ({ attributes }) => attributes['is_volume_muted'] === isMuted,
  });
}

export function selectSource(source: string, target: Target): Planned {
  return supports(target, bits.source)
    ? choose(source, { service: 'select_source', list: 'source_list', attribute: 'source' }, target)
    : unsupported;
}

function isSilent(state: EntityState): boolean {
  return isTelling(state) && state.state !== 'playing' && state.state !== 'buffering';
}

/** A paused player has not stopped: it goes on from there. */
function hasStopped(state: EntityState): boolean {
  return isSilent(state) && state.state !== 'paused';
}

/** What tells one piece from another. */
function pieceOf(state: EntityState): string {
  const parts = ['media_content_id', 'media_title', 'media_artist', 'media_track', 'media_series_title'];
  return JSON.stringify(parts.map((name) => state.attributes[name] ?? null));
}
