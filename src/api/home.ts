/** `GET /api/v1/home`: who this server is, and what of the home it may see. */
import { z } from 'zod';
import { packageVersion } from '../core/version.ts';
import type { HomeModel } from '../home/model/home-model.ts';
import type { HomeStatus } from '../home/model/home-status.ts';
import { protocol } from './protocol.ts';

const count = z.int().min(0);

export const homeReport = z
  .object({
    protocol: z.literal(protocol),
    version: z.string().meta({ description: 'Version of the program.' }),
    instance_id: z.string().meta({ description: 'Names this installation; never changes.' }),
    languages: z.array(z.string()).meta({ description: 'BCP 47 tags the agent answers in, default first.' }),
    wyoming_port: z.int().meta({ description: 'Where the same program speaks Wyoming.' }),
    stt: z
      .object({ languages: z.array(z.string()), requires_external_vad: z.boolean() })
      .nullable()
      .meta({
        description:
          'What its speech-to-text announces now; null: none is installed. Home Assistant reads it once, when it loads the Wyoming entry.',
      }),
    models: z
      .object({ stt: z.array(z.string()), tts: z.array(z.string()), wake: z.array(z.string()) })
      .meta({ description: 'Ids of the models that serve now, the default one of each service first.' }),
    slow_satellites: z
      .array(z.object({ entity_id: z.string(), name: z.string(), detection: z.string() }))
      .meta({
        description:
          'Satellites whose "finished speaking detection" is set slower than needed, with its setting; the one thing here with names.',
      }),
    status: z
      .enum(['connecting', 'connected', 'disconnected', 'refused'])
      .meta({ description: 'How the connection to Home Assistant stands.' }),
    is_demo: z
      .boolean()
      .meta({ description: 'True: no Home Assistant is configured, the demo home answers.' }),
    home_language: z.string().nullable(),
    exposed: z.object({
      entities: count,
      by_domain: z.record(z.string(), count),
      areas: count.meta({ description: 'Areas of the home, exposed entities or not.' }),
      floors: count,
      satellites: count.meta({ description: 'Satellites whose area is known.' }),
      is_complete: z.boolean().meta({
        description:
          'False: the token belongs to no administrator, so entities without a registry entry stay invisible.',
      }),
      unseen: count.meta({ description: 'Entities that stay invisible for that reason.' }),
    }),
  })
  .meta({ id: 'Home' });

export type HomeReport = z.output<typeof homeReport>;

export type HomeParts = {
  readonly home: { model(): HomeModel; status(): HomeStatus };
  readonly isDemo: boolean;
  readonly instanceId: string;
  readonly languages: readonly string[];
  readonly wyomingPort: number;
  /** Absent: there is none, or its model is not installed. */
  readonly stt?: SpeechToTextReport | undefined;
  readonly models?: ModelsReport;
  readonly slowSatellites?: readonly SlowSatellite[] | undefined;
};

/** Ids by service, the default one first. */
export type ModelsReport = Readonly<Record<'stt' | 'tts' | 'wake', readonly string[]>>;

/** A satellite that waits longer for silence than it has to. */
export type SlowSatellite = {
  readonly entityId: string;
  /** Personal. */
  readonly name: string;
  /** As Home Assistant calls it: `relaxed`, `default`. */
  readonly detection: string;
};

export type SpeechToTextReport = {
  readonly languages: readonly string[];
  /** False: the server itself finds the end of a sentence. */
  readonly requiresExternalVad: boolean;
};

export function describeHome(parts: HomeParts): HomeReport {
  const { home, isDemo, instanceId, languages, wyomingPort, stt, models, slowSatellites = [] } = parts;
  const model = home.model();
  const byDomain: Record<string, number> = {};
  for (const { domain } of model.entities.values()) byDomain[domain] = (byDomain[domain] ?? 0) + 1;
  return {
    protocol,
    version: packageVersion,
    instance_id: instanceId,
    languages: [...languages],
    wyoming_port: wyomingPort,
    stt: stt ? { languages: [...stt.languages], requires_external_vad: stt.requiresExternalVad } : null,
    models: {
      stt: [...(models?.stt ?? [])],
      tts: [...(models?.tts ?? [])],
      wake: [...(models?.wake ?? [])],
    },
    slow_satellites: slowSatellites.map(({ entityId, ...rest }) => ({ entity_id: entityId, ...rest })),
    status: home.status(),
    is_demo: isDemo,
    home_language: model.language,
    exposed: {
      entities: model.entities.size,
      by_domain: byDomain,
      areas: model.areas.size,
      floors: model.floors.size,
      satellites: model.satelliteAreas.size,
      is_complete: model.exposure.isComplete,
      unseen: model.exposure.unseenCount,
    },
  };
}
