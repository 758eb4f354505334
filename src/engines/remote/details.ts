/**
 * What one Hearken tells another beyond the protocol: in its free context, and in an event of our own that goes only
 * to a peer that asked for it. A peer that knows nothing of it is served, and serves, all the same.
 */
import { z } from 'zod';

/** In the context of a request: its sender understands what is below. */
export const askForDetails = { hearken: { details: true } };

const request = z.object({ hearken: z.object({ details: z.literal(true) }) });

export const asksForDetails = (context: unknown): boolean => request.safeParse(context).success;

/** An event inside a transcription: nobody has spoken for a while. */
export const pauseEventName = 'hearken-pause';
export const pauseData = z.object({ text: z.string(), silent_ms: z.number() });

const inContext = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ hearken: z.object(shape) });

/** In the context of a `transcript`. */
export const transcriptContext = inContext({
  confidence: z.number().optional(),
  alternatives: z.array(z.string()).optional(),
});

/** In the context of a `detection`. */
export const detectionContext = inContext({
  phrase: z.string(),
  score: z.number(),
  energy_db: z.number(),
});

/** In the context of a `synthesize`. */
export const synthesizeContext = inContext({ speed: z.number().min(0.5).max(2) });
