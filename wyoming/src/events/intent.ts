/** Text that is turned into an intent for the client to act on. */
import * as z from 'zod';
import { defineEvent } from '../define.ts';
import { context, list, optional, withDefault } from '../fields.ts';

/** Asks for the intent of a sentence. */
export const recognize = defineEvent('recognize', { text: z.string(), context });

/** Keys besides these two are dropped, also on sending: the reference reader fails on them. */
const entity = z.object({ name: z.string(), value: z.unknown().optional() });

/** What the sentence asks for; `text` is the reply to speak, possibly a template of the client. */
export const intent = defineEvent('intent', {
  name: z.string(),
  entities: withDefault(list(entity), []),
  text: optional(z.string()),
  context,
});

/** One or more `intent` events follow. */
export const intentsStart = defineEvent('intents-start', { context });

export const intentsStop = defineEvent('intents-stop', { context });

export const notRecognized = defineEvent('not-recognized', { text: optional(z.string()), context });
