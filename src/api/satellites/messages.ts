/**
 * What goes over the WebSocket `/api/v1/satellites`, opened by the integration: one JSON object per text message.
 * It begins with the client's `hello`; each command of the server has one `done` or `failed` as its answer.
 */
import { z } from 'zod';
import type { AnnounceFailure } from '../../agent/ports/announcer.ts';

/** Ids of Home Assistant are ULIDs, UUIDs and entity ids; the longest entity id has 255 characters. */
const id = z.string().min(1).max(255);
const durationMs = z.int().min(0);

const commandId = id.meta({
  description:
    'Names this command. The same id again, after a connection broke, is answered with the first result and done once.',
});
const satellite_id = id.meta({ description: 'Entity id of the satellite.' });
const text = z.string().meta({ description: 'What to say.' });
const timer_id = id.meta({ description: "The server's own id of the timer." });

const announce = z.object({ type: z.literal('announce'), id: commandId, satellite_id, text });

const ask = z.object({ type: z.literal('ask'), id: commandId, satellite_id, text });

const startConversation = z.object({
  type: z.literal('start_conversation'),
  id: commandId,
  satellite_id,
  text,
  extra_prompt: z.string().optional(),
});

const showTimer = z.object({
  type: z.literal('show_timer'),
  id: commandId,
  timer_id,
  device_id: id,
  name: z.string().optional().meta({ description: 'As the person called it.' }),
  language: z.string(),
  total_ms: durationMs.meta({ description: 'What it was set to.' }),
  remaining_ms: durationMs.meta({ description: 'Left now. A timer of this id that is shown is changed.' }),
  is_paused: z.boolean(),
});

const removeTimer = z.object({ type: z.literal('remove_timer'), id: commandId, timer_id });

/** Server to client. A client answers one whose type it does not know with `failed`, `unsupported`. */
export const satelliteCommand = z
  .discriminatedUnion('type', [announce, ask, startConversation, showTimer, removeTimer])
  .meta({ id: 'SatelliteCommand' });

export type SatelliteCommand = z.output<typeof satelliteCommand>;

const timerEvent = {
  timer_id,
  event: z.enum(['finished', 'cancelled', 'changed']),
  has_rung: z.boolean().optional().meta({ description: 'With `finished`: the device was there to ring.' }),
  remaining_ms: durationMs.optional().meta({ description: 'With `changed`.' }),
  is_paused: z.boolean().optional().meta({ description: 'With `changed`.' }),
};

const hello = z.object({
  type: z.literal('hello'),
  instance_id: id.meta({ description: "Home Assistant's own; a newer connection of it replaces the older." }),
  session_id: id.meta({
    description: 'Made when the integration started; what it did before is not known by another one.',
  }),
  timers: z
    .array(timer_id)
    .max(1_000)
    .meta({ description: "The server's timers that run in Home Assistant." }),
  ended: z
    .array(z.object(timerEvent))
    .max(1_000)
    .meta({ description: 'Timers that ended in the last hour of this session.' }),
});

const failureReason = z.enum([
  'unknown_satellite',
  'unavailable',
  'busy',
  'unsupported',
  'no_answer',
  'failed',
]);

/** Client to server. Types it does not know are left out. */
export const satelliteMessage = z
  .discriminatedUnion('type', [
    hello,
    z.object({
      type: z.literal('done'),
      id: commandId,
      answer: z.string().max(2_000).optional().meta({ description: 'What was heard; of `ask`.' }),
    }),
    z.object({ type: z.literal('failed'), id: commandId, reason: failureReason }),
    z.object({ type: z.literal('timer'), ...timerEvent }),
  ])
  .meta({ id: 'SatelliteMessage' });

export type SatelliteMessage = z.output<typeof satelliteMessage>;
export type SatelliteHello = Extract<SatelliteMessage, { readonly type: 'hello' }>;
export type TimerMessage = Omit<Extract<SatelliteMessage, { readonly type: 'timer' }>, 'type'>;
export type FailureReason = z.output<typeof failureReason>;

/** `no_answer` has a result of its own. */
export const announceFailures: Readonly<Record<FailureReason, AnnounceFailure>> = {
  unknown_satellite: 'unknown-satellite',
  unavailable: 'unavailable',
  busy: 'busy',
  unsupported: 'unsupported',
  no_answer: 'failed',
  failed: 'failed',
};
