/** Calendars of the demo home: the same days, counted from today. */
import * as z from 'zod';
import type { DemoEntity, DemoEvent } from './demo-entity.ts';
import type { DemoService } from './demo-service.ts';
import { dayMs, hourMs } from '../../core/time-units.ts';

const span = z
  .strictObject({
    start_date_time: z.string().optional(),
    end_date_time: z.string().optional(),
    duration: z.unknown().optional(),
  })
  .refine(({ end_date_time, duration }) => (end_date_time === undefined) !== (duration === undefined), {
    message: 'must contain one of end_date_time, duration',
  });

export const calendarServices: Readonly<Record<string, DemoService>> = {
  get_events: { fields: span, answer: (_world, entity, data) => ({ events: eventsOf(entity, data) }) },
};

/** Those that touch the span; the demo home's clock is UTC. */
function eventsOf({ events = [] }: DemoEntity, data: Readonly<Record<string, unknown>>): readonly unknown[] {
  const { start_date_time: start, end_date_time: end } = span.parse(data);
  const nowMs = Date.now();
  const fromMs = start === undefined ? nowMs : Date.parse(start);
  const toMs = end === undefined ? fromMs + dayMs : Date.parse(end);
  const today = Math.floor(nowMs / dayMs) * dayMs;
  return events
    .map((event) => ({ event, ...timesOf(event, today) }))
    .filter(({ startMs, endMs }) => startMs < toMs && endMs > fromMs)
    .toSorted((a, b) => a.startMs - b.startMs)
    .map(({ event, startMs, endMs }) => ({
      start: written(startMs, event),
      end: written(endMs, event),
      summary: event.summary,
      ...(event.description !== undefined && { description: event.description }),
      ...(event.location !== undefined && { location: event.location }),
    }));
}

function timesOf({ inDays, hour, lengthHours = 1 }: DemoEvent, today: number) {
  const startMs = today + inDays * dayMs + (hour ?? 0) * hourMs;
  return { startMs, endMs: startMs + (hour === undefined ? dayMs : lengthHours * hourMs) };
}

/** Whole days are written as dates. */
function written(atMs: number, { hour }: DemoEvent): string {
  const text = new Date(atMs).toISOString();
  return hour === undefined ? text.slice(0, 10) : text.replace('.000Z', '+00:00');
}
