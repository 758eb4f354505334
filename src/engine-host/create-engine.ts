/** Builds the engine of a kind. Imports are dynamic so that a thread loads only its own native libraries. */
import type { CreateEngine } from './hosted-engine.ts';

export const createEngine: CreateEngine = async (engine, context) => {
  switch (engine.kind) {
    case 'stt': {
      const { createSttEngine } = await import('../engines/stt/create.ts');
      return { kind: 'stt', engine: await createSttEngine(engine.spec, context) };
    }
    case 'tts': {
      const { createTtsEngine } = await import('../engines/tts/create.ts');
      return { kind: 'tts', engine: await createTtsEngine(engine.spec, context) };
    }
    case 'wake': {
      const { createWakeEngine } = await import('../engines/wake/create.ts');
      return { kind: 'wake', engine: await createWakeEngine(engine.spec) };
    }
  }
};
