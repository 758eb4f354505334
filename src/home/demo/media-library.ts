/** What the demo home's players find: a few titles of nobody's. */
import * as z from 'zod';

const library: readonly (readonly [mediaClass: string, title: string])[] = [
  ['artist', 'The Paper Boats'],
  ['artist', 'Anna Northern'],
  ['album', 'Slow River'],
  ['track', 'Morning Light'],
  ['track', 'Northern Road'],
  ['playlist', 'Jazz for the Evening'],
  ['playlist', 'Classical Music'],
  ['playlist', 'Rock of the Eighties'],
  ['podcast', 'News of the Day'],
  ['channel', 'Radio Harbour'],
];

const query = z.looseObject({
  search_query: z.string(),
  media_filter_classes: z.array(z.string()).optional(),
});

/** Titles that contain every word of the query. */
export function findMedia(data: Readonly<Record<string, unknown>>): unknown {
  const { search_query, media_filter_classes } = query.parse(data);
  const words = search_query
    .toLowerCase()
    .split(/\W+/)
    .filter((word) => word !== '');
  const found = library.filter(
    ([mediaClass, title]) =>
      words.every((word) => title.toLowerCase().includes(word)) &&
      (media_filter_classes === undefined || media_filter_classes.includes(mediaClass)),
  );
  return {
    result: found.map(([mediaClass, title]) => ({
      title,
      media_class: mediaClass,
      media_content_type: mediaClass === 'channel' ? 'channel' : 'music',
      media_content_id: `library://${mediaClass}/${title}`,
      can_play: true,
      can_expand: false,
    })),
  };
}
