/** A whole real home: a core with a furnished house, and Hearken as its assistant. Everything on loopback. */
import { HomeError } from '../../core/errors.ts';
import { startTogether } from '../../core/lifecycle.ts';
import { CoreClient } from './core-client.ts';
import { type CoreOptions, type CoreProcess, startCore } from './core-process.ts';
import { furnish } from './furnish.ts';
import { defaultHouse } from './house.ts';
import { houseConfig } from './house-config.ts';
import { type Program, type ProgramOptions, startProgram, untilServed } from './program.ts';
import { addHearken, entitiesOf, type Pipeline, preferredPipeline } from './set-up.ts';

export type RealHome = AsyncDisposable & {
  readonly core: CoreProcess;
  readonly client: CoreClient;
  readonly program: Program;
  /** Hearken's, as the integration made it. */
  readonly pipeline: Pipeline;
};

export type RealHomeOptions = Pick<ProgramOptions, 'settings' | 'dir' | 'packageDir' | 'signal'> &
  Pick<CoreOptions, 'progress' | 'python' | 'components'> & {
    /** Sections of configuration.yaml beside the house's. */
    readonly configuration?: CoreOptions['configuration'];
  };

export async function startRealHome({
  progress,
  python,
  components = [],
  configuration: more = {},
  ...options
}: RealHomeOptions): Promise<RealHome> {
  const { settings, signal } = options;
  return await startTogether(async (teardown) => {
    progress('Home Assistant starts');
    const core = teardown.keep(
      'core',
      await startCore({
        configuration: { ...houseConfig(defaultHouse), ...more },
        components,
        signal,
        progress,
        python,
      }),
    );
    const client = teardown.keep('client', await CoreClient.onboard(core));
    await furnish(client, defaultHouse);
    progress('Hearken starts');
    const home = { url: core.url, token: client.token };
    const program = teardown.keep(
      'program',
      await startProgram({ ...options, settings: { ...settings, home } }),
    );
    await untilServed(program, { signal, progress });
    progress('Home Assistant adds Hearken: its entry, its voice services, a pipeline');
    const agent = (await entitiesOf(client, await addHearken(client, program.api))).get('conversation');
    const pipeline = await preferredPipeline(client);
    if (pipeline === undefined || pipeline.conversation_engine !== agent)
      throw new HomeError('HOME_REFUSED', 'the integration made no preferred pipeline with its agent');
    return { core, client, program, pipeline, [Symbol.asyncDispose]: () => teardown[Symbol.asyncDispose]() };
  });
}
