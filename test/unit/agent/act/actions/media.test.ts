import { describe, expect, it } from 'vitest';
import { device } from '../../../../support/agent/test-action.ts';

const everything = 1 | 4 | 8 | 16 | 32 | 128 | 256 | 1024 | 2048 | 4096 | 16384;
const attributes = {
  supported_features: everything,
  volume_level: 0.3,
  media_title: 'One',
  source_list: ['Radio', 'HDMI 1'],
};
const player = device('media_player.a', 'playing', attributes);
const off = device('media_player.a', 'off', attributes);

describe('a media player', () => {
  it('plays, pauses and stops', () => {
    expect(player.proof({ do: 'pause' }, 'paused')).toBe('proven');
    expect(player.proof({ do: 'pause' }, 'playing')).toBe('neither');
    expect(player.proof({ do: 'pause' }, 'unavailable')).toBe('neither');
    expect(off.proof({ do: 'play' }, 'buffering')).toBe('underway');
    expect(off.proof({ do: 'play' }, 'playing')).toBe('proven');
    const stopless = device('media_player.a', 'playing', { supported_features: 1 });
    expect(stopless.call({ do: 'stop_media' })).toEqual(['media_player.media_pause', {}]);
  });

  it('is on while it plays and off in standby', () => {
    expect(off.proof({ do: 'turn_on' }, 'idle')).toBe('proven');
    expect(player.proof({ do: 'turn_off' }, 'standby')).toBe('proven');
    expect(device('media_player.a', 'on').call({ do: 'turn_off' })).toEqual({ why: 'unsupported' });
  });

  it('has gone on when another piece plays, and back also when the piece began anew', () => {
    const at = device('media_player.a', 'playing', { ...attributes, media_position: 40 });
    expect(at.proof({ do: 'next_track' }, 'playing', { media_title: 'Two' })).toBe('proven');
    expect(at.proof({ do: 'next_track' }, 'playing', { media_position: 1 })).toBe('neither');
    expect(at.proof({ do: 'previous_track' }, 'playing', { media_position: 1 })).toBe('proven');
    expect(off.call({ do: 'next_track' })).toEqual({ why: 'not-now' });
  });

  it('changes its volume to a figure, or by its own steps', () => {
    expect(player.call({ do: 'set_volume', percent: 45 })).toEqual([
      'media_player.volume_set',
      { volume_level: 0.45 },
    ]);
    expect(player.proof({ do: 'set_volume', percent: 45 }, 'playing', { volume_level: 0.44 })).toBe('proven');
    expect(player.call({ do: 'change_volume', byPercent: 10 })).toEqual([
      'media_player.volume_set',
      { volume_level: 0.4 },
    ]);
    const stepping = device('media_player.a', 'on', { supported_features: 1024, volume_level: 0.3 });
    expect(stepping.call({ do: 'change_volume', byPercent: -10 })).toEqual(['media_player.volume_down', {}]);
    expect(stepping.proof({ do: 'change_volume', byPercent: -10 }, 'on', { volume_level: 0.25 })).toBe(
      'proven',
    );
    expect(stepping.proof({ do: 'change_volume', byPercent: -10 }, 'on', { volume_level: 0.35 })).toBe(
      'neither',
    );
  });

  it('says that it is off instead of taking a volume', () => {
    expect(off.call({ do: 'set_volume', percent: 20 })).toEqual({ why: 'is-off' });
    expect(off.call({ do: 'change_volume', byPercent: 20 })).toEqual({ why: 'is-off' });
  });

  it('mutes, and takes the sources it lists', () => {
    expect(player.proof({ do: 'mute' }, 'playing', { is_volume_muted: true })).toBe('proven');
    expect(player.proof({ do: 'unmute' }, 'playing', { is_volume_muted: true })).toBe('neither');
    expect(player.call({ do: 'select_source', source: 'hdmi 1' })).toEqual([
      'media_player.select_source',
      { source: 'HDMI 1' },
    ]);
    expect(player.call({ do: 'select_source', source: 'moon' })).toMatchObject({ why: 'unknown-choice' });
  });

  it.each(['play', 'pause', 'next_track', 'mute'] as const)('without the feature can not %s', (wish) => {
    expect(device('media_player.a', 'playing').call({ do: wish })).toEqual({ why: 'unsupported' });
  });
});
