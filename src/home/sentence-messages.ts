/** Shapes of the WebSocket answers about sentences, as far as they are used. */
import * as z from 'zod';

const slot = z.looseObject({ value: z.unknown(), text: z.string().nullish() });

/** One sentence in `conversation/agent/homeassistant/debug`; `source` is missing where nothing says which. */
export const debugResult = z
  .looseObject({
    match: z.boolean(),
    source: z.enum(['builtin', 'custom', 'trigger']).default('builtin'),
    sentence_template: z.string().default(''),
    intent: z.looseObject({ name: z.string() }).optional(),
    details: z.record(z.string(), slot).default({}),
    targets: z.record(z.string(), z.looseObject({ matched: z.boolean() })).default({}),
    unmatched_slots: z.record(z.string(), z.unknown()).default({}),
  })
  .nullable();

export const debugResults = z.looseObject({ results: z.array(debugResult) });

export const agentList = z.looseObject({
  agents: z.array(
    z.looseObject({
      id: z.string(),
      supported_languages: z.union([z.literal('*'), z.array(z.string())]),
    }),
  ),
});

/** The answer of `conversation/process`. */
export const processResult = z.looseObject({
  response: z.looseObject({
    response_type: z.enum(['action_done', 'query_answer', 'error', 'partial_action_done']),
    speech: z.looseObject({ plain: z.looseObject({ speech: z.string() }).optional() }),
    data: z.looseObject({ code: z.string().optional() }).default({}),
  }),
});
