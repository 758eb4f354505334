/**
 * What the home tells when asked, beside its states: lists, forecasts, media. Reads only, by a fixed list of
 * commands, and of exposed entities only.
 */
import * as z from 'zod';
import { HomeError } from '../core/errors.ts';
import type { Home } from './home.ts';

export type ListItem = {
  readonly summary: string;
  /** Date or date and time, as the home writes it. */
  readonly due: string | null;
};

export type ForecastStep = {
  /** Begin of the step, ms since the epoch. */
  readonly startMs: number;
  /** Home Assistant's word, e.g. `partlycloudy`. */
  readonly condition: string | null;
  /** In the home's unit; the day's highest in a daily forecast. */
  readonly temperature: number | null;
  readonly lowest: number | null;
  /** 0–100. */
  readonly rainPercent: number | null;
};

export type FoundMedia = {
  readonly title: string;
  readonly contentId: string;
  readonly contentType: string;
};

type Options = { readonly signal: AbortSignal };

export type HomeQueries = {
  /** Items of a to-do list that are still open. */
  openItems(listId: string, options: Options): Promise<readonly ListItem[]>;
  /** The next days or hours, nearest first. */
  forecast(weatherId: string, type: 'daily' | 'hourly', options: Options): Promise<readonly ForecastStep[]>;
  /** What a player can play that fits the words, best first; `mediaClass` as Home Assistant names it. */
  searchMedia(
    playerId: string,
    query: string,
    mediaClass: string | null,
    options: Options,
  ): Promise<readonly FoundMedia[]>;
};

const orNull = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

const items = z.looseObject({
  items: z.array(z.looseObject({ summary: z.string(), due: orNull(z.string()) })),
});
const forecasts = z.looseObject({
  forecast: z
    .array(
      z.looseObject({
        datetime: z.string(),
        condition: orNull(z.string()),
        temperature: orNull(z.number()),
        templow: orNull(z.number()),
        precipitation_probability: orNull(z.number()),
      }),
    )
    .nullable(),
});
const found = z.looseObject({
  result: z.array(
    z.looseObject({
      title: z.string(),
      media_content_id: z.string(),
      media_content_type: z.string(),
      can_play: z.boolean(),
    }),
  ),
});

/** Each query rejects with HomeError: `HOME_REFUSED` when the home said no, `HOME_UNREACHABLE` when it is away. */
export function createHomeQueries(home: Home): HomeQueries {
  return {
    async openItems(listId, options) {
      const answer = await ask(home, 'todo.get_items', listId, { status: ['needs_action'] }, items, options);
      return answer.items.map(({ summary, due }) => ({ summary, due }));
    },
    async forecast(weatherId, type, options) {
      const answer = await ask(home, 'weather.get_forecasts', weatherId, { type }, forecasts, options);
      return (answer.forecast ?? []).map((step) => ({
        startMs: Date.parse(step.datetime),
        condition: step.condition,
        temperature: step.temperature,
        lowest: step.templow,
        rainPercent: step.precipitation_probability,
      }));
    },
    async searchMedia(playerId, query, mediaClass, options) {
      const data = {
        search_query: query,
        ...(mediaClass !== null && { media_filter_classes: [mediaClass] }),
      };
      const answer = await ask(home, 'media_player.search_media', playerId, data, found, options);
      return answer.result
        .filter((one) => one.can_play)
        .map((one) => ({
          title: one.title,
          contentId: one.media_content_id,
          contentType: one.media_content_type,
        }));
    },
  };
}

/** One action that answers with data, of one entity. */
async function ask<T>(
  home: Home,
  action: 'todo.get_items' | 'weather.get_forecasts' | 'media_player.search_media',
  entityId: string,
  data: Readonly<Record<string, unknown>>,
  answer: z.ZodType<T>,
  { signal }: Options,
): Promise<T> {
  if (!home.model().entities.has(entityId)) throw new HomeError('HOME_REFUSED', 'the entity is not exposed');
  const link = home.link();
  if (link === undefined) throw new HomeError('HOME_UNREACHABLE', 'no connection to Home Assistant');
  const [domain, service] = action.split('.');
  const command = {
    type: 'call_service',
    domain,
    service,
    service_data: data,
    target: { entity_id: entityId },
    return_response: true,
  };
  const reply = z.looseObject({ response: z.record(z.string(), z.unknown()) });
  const { response } = await link.request(command, reply, { signal });
  const parsed = answer.safeParse(response[entityId]);
  if (parsed.success) return parsed.data;
  throw new HomeError('HOME_REFUSED', `unexpected answer to ${action}`, { cause: parsed.error });
}
