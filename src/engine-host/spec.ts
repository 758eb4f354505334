/** What the engines are built from: plain data, one spec per kind. */
import type { InstalledModel } from '../core/installed-model.ts';
import type { SttEngineSpec } from '../engines/stt/create.ts';
import type { TtsEngineSpec } from '../engines/tts/create.ts';
import type { WakeEngineSpec } from '../engines/wake/create.ts';

export type EngineSpecs = {
  readonly stt: SttEngineSpec;
  readonly tts: TtsEngineSpec;
  readonly wake: WakeEngineSpec;
};

export type EngineKind = keyof EngineSpecs;
export const engineKinds: readonly EngineKind[] = ['stt', 'tts', 'wake'];

export type EngineSpec = {
  [Kind in EngineKind]: { readonly kind: Kind; readonly spec: EngineSpecs[Kind] };
}[EngineKind];

/**
 * The spec without a model, or undefined when the engine can not do without it. An engine that is left with too
 * few says so when it is created.
 */
export function withoutModel(engine: EngineSpec, refusedId: string): EngineSpec | undefined {
  const isKept = (model: InstalledModel): boolean => model.id !== refusedId;
  const models = engine.spec.models.filter(isKept);
  switch (engine.kind) {
    case 'stt':
      if (!isKept(engine.spec.vad)) return undefined;
      return { kind: 'stt', spec: { ...engine.spec, models } };
    case 'tts':
      return { kind: 'tts', spec: { ...engine.spec, models } };
    case 'wake': {
      const { features, keywordSpotter, ...rest } = engine.spec;
      return {
        kind: 'wake',
        spec: {
          ...rest,
          models,
          ...(features && isKept(features) && { features }),
          ...(keywordSpotter && isKept(keywordSpotter) && { keywordSpotter }),
        },
      };
    }
  }
}
