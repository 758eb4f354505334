/** What goes over the wire for a conversation turn: one JSON request, one JSON object per line back. */
import { z } from 'zod';
import type { AgentPart, TurnRequest } from '../agent/agent.ts';
import { errorBody, type ErrorBody } from './to-error-response.ts';
import { protocol } from './protocol.ts';

/** Nobody speaks a page to a lamp; the understanding of a sentence costs more than its length. */
const maxTextChars = 2_000;
/** Ids of Home Assistant are ULIDs, UUIDs and entity ids; the longest entity id has 255 characters. */
const id = z.string().min(1).max(255);

export const conversationRequest = z
  .object({
    text: z.string().min(1).max(maxTextChars).meta({ description: 'What was heard or typed.' }),
    language: z.string().min(2).max(35).optional().meta({
      description: "BCP 47 tag of the text; absent: the agent's first language.",
    }),
    turn_id: id.optional().meta({
      description:
        'Names this turn. The same id again returns the first outcome and acts once, also after a restart.',
    }),
    conversation_id: id.optional().meta({ description: 'Turns with the same id share a dialogue.' }),
    user: z
      .object({ id, name: z.string().max(255).optional() })
      .optional()
      .meta({ description: "Home Assistant's user; absent for a satellite's turn." }),
    device_id: id.optional().meta({ description: "Home Assistant's device id of what listened." }),
    satellite_id: id.optional().meta({ description: 'Entity id of the satellite that listened.' }),
    area_id: id.optional().meta({ description: 'Where it was said; absent: taken from the satellite.' }),
    floor_id: id.optional().meta({ description: 'Floor of that area.' }),
    extra_prompt: z.string().max(16_000).optional().meta({
      description: 'What the pipeline wants a language model to know.',
    }),
    device_supports_timers: z.boolean().optional().meta({
      description: "True when the satellite shows and rings Home Assistant's timers itself.",
    }),
  })
  .meta({ id: 'ConversationRequest' });

export type ConversationRequest = z.output<typeof conversationRequest>;

const change = z.object({
  entity_id: z.string(),
  name: z.string().meta({ description: 'As the household calls it.' }),
  before: z.string(),
  after: z.string().meta({ description: 'The last state seen when the turn ended.' }),
  proof: z.enum(['proven', 'started', 'already', 'sent', 'failed', 'refused']),
});

const deltaLine = z.object({
  type: z.literal('delta'),
  text: z.string().meta({ description: "A piece of the reply; all joined are the outcome's speech." }),
});

const toolLine = z.object({
  type: z.literal('tool'),
  name: z.string(),
  status: z.enum(['started', 'done', 'failed']),
});

const outcomeLine = z.object({
  type: z.literal('outcome'),
  protocol: z.literal(protocol),
  turn_id: z.string(),
  speech: z.string(),
  language: z.string().meta({ description: 'BCP 47 tag of the speech.' }),
  understood: z.boolean(),
  continue_conversation: z.boolean().meta({ description: 'True: keep the microphone open for an answer.' }),
  continue_reason: z.enum(['clarification', 'confirmation']).optional(),
  changes: z.array(change).meta({ description: 'One per device the sentence asked to change.' }),
  path: z.enum(['local', 'ha', 'llm']).meta({ description: 'Which part of the agent answered.' }),
});

const errorLine = errorBody.extend({ type: z.literal('error') });

/** `outcome` or `error` is the last line. A client leaves out types it does not know. */
export const conversationLine = z
  .discriminatedUnion('type', [deltaLine, toolLine, outcomeLine, errorLine])
  .meta({ id: 'ConversationLine' });

export type ConversationLine =
  | Exclude<z.output<typeof conversationLine>, { readonly type: 'error' }>
  | ({ readonly type: 'error' } & ErrorBody);

export function turnRequestOf(
  body: ConversationRequest,
  defaults: { readonly turnId: string; readonly language: string },
): TurnRequest {
  const { user } = body;
  return {
    turnId: body.turn_id ?? defaults.turnId,
    text: body.text,
    language: body.language ?? defaults.language,
    channel: 'http',
    ...(body.conversation_id !== undefined && { conversationId: body.conversation_id }),
    ...(body.device_id !== undefined && { deviceId: body.device_id }),
    ...(body.satellite_id !== undefined && { satelliteId: body.satellite_id }),
    ...(body.area_id !== undefined && { areaId: body.area_id }),
    ...(body.floor_id !== undefined && { floorId: body.floor_id }),
    ...(user && { user: { id: user.id, ...(user.name !== undefined && { name: user.name }) } }),
    ...(body.extra_prompt !== undefined && { extraPrompt: body.extra_prompt }),
    ...(body.device_supports_timers !== undefined && { deviceSupportsTimers: body.device_supports_timers }),
  };
}

export function lineOf(part: AgentPart): ConversationLine {
  switch (part.kind) {
    case 'delta':
      return { type: 'delta', text: part.text };
    case 'tool':
      return { type: 'tool', name: part.name, status: part.status };
    case 'outcome':
      return {
        type: 'outcome',
        protocol,
        turn_id: part.turnId,
        speech: part.speech,
        language: part.language,
        understood: part.understood,
        continue_conversation: part.continueConversation,
        ...(part.continueReason && { continue_reason: part.continueReason }),
        changes: part.changes.map(({ entityId, ...rest }) => ({ entity_id: entityId, ...rest })),
        path: part.path,
      };
  }
}
