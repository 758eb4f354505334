/**
 * What the home tells when asked, beside its states: lists, forecasts, calendars, media, what was before, what scripts
 * take. Reads only, by a fixed list of commands, and of exposed entities only.
 */
import * as z from 'zod';
import { HomeError } from '../core/errors.ts';
import { startOfDay } from '../core/home-time.ts';
import type { Home } from './home.ts';
import type { HomeLink } from './link/link.ts';
import { readScriptFields, type ScriptFields } from './query/script-fields.ts';

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

export type CalendarEvent = {
  readonly summary: string;
  /** Ms since the epoch; of a day, its midnight in the home. */
  readonly startMs: number;
  readonly endMs: number;
  readonly isAllDay: boolean;
  readonly description: string | null;
  readonly location: string | null;
};

/** Ms since the epoch, the end not included. */
export type Span = { readonly fromMs: number; readonly toMs: number };

export type History = {
  /** Oldest first; the first one may have begun before the span. */
  readonly changes: readonly { readonly state: string; readonly atMs: number }[];
  /** Older changes were left out. */
  readonly isCut: boolean;
};

type Options = { readonly signal: AbortSignal };

/** A sensor that reports each second fills a day with 86,400 of them; a model reads some hundred. */
const mostChanges = 200;
/** A shared calendar of a year; more is no answer to a question. */
const mostEvents = 200;

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
  /** Events that touch the span, in the calendar's order. */
  events(calendarId: string, span: Span, options: Options): Promise<readonly CalendarEvent[]>;
  /** States of one device, the newest 200 of the span. */
  history(entityId: string, span: Span, options: Options): Promise<History>;
  /** Of the exposed scripts. */
  scriptFields(options: Options): Promise<ScriptFields>;
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

const events = z.looseObject({
  events: z.array(
    z.looseObject({
      start: z.string(),
      end: z.string(),
      summary: orNull(z.string()),
      description: orNull(z.string()),
      location: orNull(z.string()),
    }),
  ),
});
/** Compressed states: `lc`, when it changed, is left out where it is `lu`, when it was updated; both in seconds. */
const history = z.record(
  z.string(),
  z.array(z.looseObject({ s: z.string(), lu: z.number(), lc: z.number().optional() })),
);

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
    async events(calendarId, { fromMs, toMs }, options) {
      const data = { start_date_time: isoTime(fromMs), end_date_time: isoTime(toMs) };
      const answer = await ask(home, 'calendar.get_events', calendarId, data, events, options);
      const { timeZone } = home.model();
      return answer.events.slice(0, mostEvents).map(({ start, end, summary, description, location }) => ({
        ...{ summary: summary ?? '', description, location, isAllDay: isDate(start) },
        startMs: momentOf(start, timeZone),
        endMs: momentOf(end, timeZone),
      }));
    },
    async history(entityId, { fromMs, toMs }, { signal }) {
      const link = exposedLink(home, entityId);
      const command = {
        type: 'history/history_during_period',
        start_time: isoTime(fromMs),
        end_time: isoTime(toMs),
        entity_ids: [entityId],
        minimal_response: true,
        no_attributes: true,
      };
      const rows = (await link.request(command, history, { signal }))[entityId] ?? [];
      const changes = rows
        .map(({ s, lu, lc = lu }) => ({ state: s, atMs: Math.round(lc * 1_000) }))
        .filter(({ state }, at, all) => state !== all[at - 1]?.state);
      return { changes: changes.slice(-mostChanges), isCut: changes.length > mostChanges };
    },
    async scriptFields({ signal }) {
      const link = home.link();
      if (link === undefined) throw new HomeError('HOME_UNREACHABLE', 'no connection to Home Assistant');
      return readScriptFields(
        await link.request({ type: 'get_services' }, z.unknown(), { signal }),
        home.model(),
      );
    },
  };
}

/** One action that answers with data, of one entity. */
async function ask<T>(
  home: Home,
  action: 'todo.get_items' | 'weather.get_forecasts' | 'media_player.search_media' | 'calendar.get_events',
  entityId: string,
  data: Readonly<Record<string, unknown>>,
  answer: z.ZodType<T>,
  { signal }: Options,
): Promise<T> {
  const link = exposedLink(home, entityId);
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

function exposedLink(home: Home, entityId: string): HomeLink {
  if (!home.model().entities.has(entityId)) throw new HomeError('HOME_REFUSED', 'the entity is not exposed');
  const link = home.link();
  if (link === undefined) throw new HomeError('HOME_UNREACHABLE', 'no connection to Home Assistant');
  return link;
}

const isoTime = (atMs: number): string => new Date(atMs).toISOString();

/** A whole day comes as its date alone. */
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

function momentOf(text: string, timeZone: string | null): number {
  return isDate(text) ? startOfDay(text, timeZone) : Date.parse(text);
}
