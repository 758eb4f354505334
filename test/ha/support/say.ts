/** One sentence to an agent of a core, without a pipeline, as the frontend's chat gives it. */
import { z } from 'zod';
import type { CoreClient } from '../../../src/bench/ha/core-client.ts';

const reply = z.looseObject({
  response: z.looseObject({
    response_type: z.string(),
    speech: z.looseObject({ plain: z.looseObject({ speech: z.string() }) }),
    data: z.looseObject({
      success: z.array(z.looseObject({ id: z.string().nullable() })).optional(),
      failed: z.array(z.looseObject({ id: z.string().nullable() })).optional(),
      code: z.string().optional(),
    }),
  }),
  conversation_id: z.string().nullable(),
  continue_conversation: z.boolean(),
});

export type Reply = z.output<typeof reply>;

/** @param fields `conversation_id`, `device_id`, `satellite_id`, `language`. */
export async function say(
  client: CoreClient,
  agent: string,
  text: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<Reply> {
  return await client.read(reply, 'conversation/process', {
    text,
    agent_id: agent,
    language: 'en',
    ...fields,
  });
}

export const speechOf = ({ response }: Reply): string => response.speech.plain.speech;
