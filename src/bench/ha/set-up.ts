/** Makes Hearken a real core's assistant without a hand: its entries, its entities, its pipeline. */
import { z } from 'zod';
import { HomeError } from '../../core/errors.ts';
import type { CoreClient, FlowStep } from './core-client.ts';
import type { Program } from './program.ts';

const entityRow = z.looseObject({ entity_id: z.string(), config_entry_id: z.string().nullable() });

/** Entity ids of one entry, by domain. */
export async function entitiesOf(client: CoreClient, entryId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await client.read(z.array(entityRow), 'config/entity_registry/list');
  return new Map(
    rows
      .filter(({ config_entry_id }) => config_entry_id === entryId)
      .map(({ entity_id }) => [entity_id.split('.')[0] ?? '', entity_id]),
  );
}

/** The entry a flow has made. @throws HomeError `HOME_REFUSED` with the step it ended in instead. */
export function entryOf(step: FlowStep): string {
  if (step.result !== undefined) return step.result.entry_id;
  throw new HomeError('HOME_REFUSED', `the set-up ended in ${JSON.stringify(step)}`);
}

/** Adds the Wyoming server as a person would: by address. Returns the entry's id. */
export async function addWyoming(client: CoreClient, { port }: Pick<Program, 'port'>): Promise<string> {
  return entryOf(await client.flow('wyoming', { host: '127.0.0.1', port }));
}

/** What the integration's last step offers. */
const everything = { voice_services: true, pipeline: true, preferred: true };

/** Adds the integration, and with its last step the voice services and the pipeline. Returns the entry's id. */
export async function addHearken(
  client: CoreClient,
  api: Program['api'],
  parts: Readonly<Record<string, boolean>> = everything,
): Promise<string> {
  return entryOf(await client.flow('hearken', api, parts));
}

const pipelineRow = z.looseObject({
  id: z.string(),
  name: z.string(),
  conversation_engine: z.string(),
  stt_engine: z.string().nullable(),
  tts_engine: z.string().nullable(),
  wake_word_entity: z.string().nullable(),
  prefer_local_intents: z.boolean(),
});

export type Pipeline = z.output<typeof pipelineRow>;

const pipelineList = z.looseObject({
  pipelines: z.array(pipelineRow),
  preferred_pipeline: z.string().nullable(),
});

export async function preferredPipeline(client: CoreClient): Promise<Pipeline | undefined> {
  const { pipelines, preferred_pipeline } = await client.read(pipelineList, 'assist_pipeline/pipeline/list');
  return pipelines.find(({ id }) => id === preferred_pipeline);
}

export type PipelineParts = {
  readonly name: string;
  /** Of a Wyoming entry, by domain. */
  readonly services: ReadonlyMap<string, string>;
  readonly agent: string;
};

/** A pipeline with these engines, in English; returns its id. */
export async function createPipeline(
  client: CoreClient,
  { name, services, agent }: PipelineParts,
): Promise<string> {
  const language = 'en';
  const created = await client.read(z.looseObject({ id: z.string() }), 'assist_pipeline/pipeline/create', {
    name,
    language,
    conversation_engine: agent,
    conversation_language: language,
    stt_engine: services.get('stt') ?? null,
    stt_language: language,
    tts_engine: services.get('tts') ?? null,
    tts_language: language,
    tts_voice: null,
    wake_word_entity: services.get('wake_word') ?? null,
    wake_word_id: null,
    prefer_local_intents: false,
  });
  return created.id;
}
