/** What the engines are built from: plain data, one spec per kind. */
import type { InstalledModel } from '../core/model.ts';
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

/** The spec without these models, for an engine that can go on with fewer; its `create` says what is missing. */
export function withoutModels(engine: EngineSpec, refused: ReadonlySet<string>): EngineSpec {
  const isKept = (model: InstalledModel): boolean => !refused.has(model.id);
  const models = engine.spec.models.filter(isKept);
  switch (engine.kind) {
    case 'stt':
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
