/** Music, films and their volume. */
import { stateOf, type EntityState } from '../../../home/model/home-model.ts';
import { listedAs, listedWords } from '../../../home/model/listed-words.ts';
import type { PlainWish, Wish } from '../wish.ts';
import { amount, levelOf, ofDomain, plain, type CommandIntent, type Said } from './command-intent.ts';

const volumeSteps = { bit: 5, normal: 10, lot: 25 };

const isPlayer = ofDomain('media_player');
const plays = ({ state }: EntityState) => state === 'playing';
const rests = ({ state }: EntityState) => state === 'paused';

const player = (wish: PlainWish, prefers = plays): CommandIntent => plain(wish, isPlayer, 'media', prefers);
const volume = (wish: (said: Said) => Wish | null): CommandIntent => ({
  wish,
  fits: isPlayer,
  impliedClass: 'media',
  prefers: plays,
});

/** Home Assistant's own volumes go from 0 to 1: "volume 0.25" is a quarter. */
function volumeOf(level: number): number {
  return level > 0 && level < 1 ? Math.round(level * 100) : level;
}

/** "Play the", "play some by". */
const cut = /^(?:(?:the|a|an|some|my|our|by|from|of) ?)+$/;
/** "Jazz for ten minutes" has a time behind the title. */
const timed = /(?:^| )(?:for|in|after) (?:an?|half an?|\d+) (?:second|minute|hour)s?$/;

/** "Put the tv on for granny", "… in the hall". */
const noSource =
  /^(?:for|in|at|to|by|and|until|till|when|while|so|because|please|now|again|as|the|a|my|our)\b/;

function sourceOf(said: Said): Wish | null {
  const source = said('source');
  return source === undefined || noSource.test(source)
    ? null
    : { do: 'select_source', source: source.replaceAll('_', ' ') };
}

export const mediaIntents: Readonly<Record<string, CommandIntent>> = {
  play: player('play', rests),
  pause: player('pause'),
  stop_media: player('stop_media'),
  next_track: player('next_track'),
  previous_track: player('previous_track'),
  mute: player('mute'),
  unmute: player('unmute'),
  set_volume: volume((said) => ({ do: 'set_volume', percent: volumeOf(levelOf(said)) })),
  louder: volume((said) => ({ do: 'change_volume', byPercent: amount(said, volumeSteps) })),
  quieter: volume((said) => ({ do: 'change_volume', byPercent: -amount(said, volumeSteps) })),
  play_media: volume((said) => {
    const query = said('query');
    return query === undefined || timed.test(query) || cut.test(query)
      ? null
      : { do: 'play_media', query, mediaClass: said('media_class') ?? null };
  }),
  select_source: volume(sourceOf),
  select_listed_source: {
    ...volume(sourceOf),
    suits: (wish, entities, { model }) =>
      wish.do === 'select_source' &&
      entities.every(
        ({ entityId }) =>
          listedAs(wish.source, listedWords(stateOf(model, entityId), 'source_list')) !== undefined,
      ),
  },
};
