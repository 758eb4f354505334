/** The home of table `turn`: a Home Assistant that is given or booted, and Hearken in it for one measurement. */
import { z } from 'zod';
import { startTogether, type Teardown } from '../../core/lifecycle.ts';
import { silentLogger } from '../../core/log.ts';
import { openHome } from '../../home/home.ts';
import { webSocketTransport } from '../../home/link/transport.ts';
import type { Area, HomeModel } from '../../home/model/home-model.ts';
import { CoreClient } from '../ha/core-client.ts';
import { type CoreProcess, startCore } from '../ha/core-process.ts';
import { furnish } from '../ha/furnish.ts';
import { instantHouse } from '../ha/house.ts';
import { houseConfig } from '../ha/house-config.ts';
import { type ProgramOptions, startProgram, untilServed } from '../ha/program.ts';
import { standInRoom } from '../ha/room-device.ts';
import { addHearken, addWyoming, createPipeline, entitiesOf } from '../ha/set-up.ts';
import type { BenchOptions } from '../report.ts';

export type TurnHome = AsyncDisposable & {
  readonly client: CoreClient;
  readonly model: HomeModel;
  /** Where the turns are said. */
  readonly areaId: string;
  readonly deviceId: string;
  readonly coreVersion: string;
};

const coreConfig = z.looseObject({ version: z.string() });

export async function openTurnHome(options: BenchOptions): Promise<TurnHome> {
  return await startTogether(async (teardown) => {
    const client = await connect(options, teardown);
    const model = await readModel(client, options);
    const area = busiestArea(model);
    const device = await standInRoom(client, area.name);
    teardown.keep('device', device);
    teardown.add('device entry', () => client.removeEntry(device.entryId));
    return {
      client,
      model,
      areaId: area.areaId,
      deviceId: device.deviceId,
      coreVersion: (await client.read(coreConfig, 'get_config')).version,
      [Symbol.asyncDispose]: () => teardown[Symbol.asyncDispose](),
    };
  });
}

async function connect({ ha, signal, progress }: BenchOptions, teardown: Teardown): Promise<CoreClient> {
  if (ha !== undefined) {
    const client = await CoreClient.connect(ha.url, ha.token, { signal });
    teardown.keep('client', client);
    return client;
  }
  progress('Home Assistant starts …');
  const core: CoreProcess = await startCore({ configuration: houseConfig(instantHouse), signal, progress });
  teardown.keep('core', core);
  const client = await CoreClient.onboard(core);
  teardown.keep('client', client);
  await furnish(client, instantHouse);
  return client;
}

async function readModel({ url, token }: CoreClient, { signal }: BenchOptions): Promise<HomeModel> {
  const open = webSocketTransport(url);
  await using home = openHome({
    open,
    token,
    connectTimeoutMs: 10_000,
    pollMs: 3_600_000,
    log: silentLogger,
  });
  await home.ready({ signal });
  return home.model();
}

/** The room with the most lights, so that "the lights" are some. */
function busiestArea({ areas, entities }: HomeModel): Pick<Area, 'areaId' | 'name'> {
  const lights = (area: Area) =>
    [...entities.values()].filter(({ domain, areaId }) => domain === 'light' && areaId === area.areaId)
      .length;
  const [first] = [...areas.values()].sort((one, other) => lights(other) - lights(one));
  return first ?? { areaId: 'bench', name: 'Bench' };
}

export type TurnHearken = AsyncDisposable & {
  readonly uri: string;
  /** Ids of pipelines with our ears and voice. */
  readonly pipelines: {
    readonly hearken: string;
    /** With Home Assistant's own agent. */
    readonly own: string;
  };
};

const nothing = { voice_services: false, pipeline: false, preferred: false };

/**
 * Starts Hearken and adds it to the core: the integration, the Wyoming entry, and the pipelines.
 * @param wyomingPort where the core finds the server that listens on a port: something may stand between.
 */
export async function addTurnHearken(
  { client }: TurnHome,
  settings: ProgramOptions['settings'],
  options: BenchOptions,
  wyomingPort: (port: number) => number = (port) => port,
): Promise<TurnHearken> {
  const { signal } = options;
  return await startTogether(async (teardown) => {
    options.progress('Hearken starts …');
    const home = { url: client.url, token: client.token };
    const models = { dirs: options.modelDirs };
    const program = await startProgram({ settings: { models, ...settings, home }, signal });
    teardown.keep('program', program);
    await untilServed(program, { signal, progress: () => undefined });
    const wyoming = await addWyoming(client, { port: wyomingPort(program.port) });
    teardown.add('wyoming entry', () => client.removeEntry(wyoming));
    const entry = await addHearken(client, program.api, nothing);
    teardown.add('entry', () => client.removeEntry(entry));
    const services = await entitiesOf(client, wyoming);
    const pipeline = async (name: string, agent: string): Promise<string> => {
      const id = await createPipeline(client, { name, services, agent });
      teardown.add(
        name,
        async () => void (await client.call('assist_pipeline/pipeline/delete', { pipeline_id: id })),
      );
      return id;
    };
    const agent = (await entitiesOf(client, entry)).get('conversation') ?? '';
    return {
      uri: program.uri,
      pipelines: {
        hearken: await pipeline('Bench of Hearken', agent),
        own: await pipeline('Bench of Home Assistant', 'conversation.home_assistant'),
      },
      [Symbol.asyncDispose]: () => teardown[Symbol.asyncDispose](),
    };
  });
}
