/** All checks of `hearken doctor`, each finding as soon as it is known. */
import type { Catalog } from '../model-store/catalog.ts';
import { type Assistant, judgeAssistants } from './assistants.ts';
import { judgeClock } from './clock.ts';
import { type DataDirectoryFacts, judgeDataDirectory } from './data-directory.ts';
import { type DiskUseFacts, judgeDiskUse } from './disk-use.ts';
import { type DiscoveryFacts, judgeDiscovery } from './discovery.ts';
import type { Finding } from './finding.ts';
import { judgeHome, type HomeFacts } from './home.ts';
import { judgeModels, type InstalledModelsOptions } from './installed-models.ts';
import { judgeLooks, type LanguageModelLook } from './language-model.ts';
import { judgeMachine, type MachineFacts } from './machine.ts';
import { judgePort, type Listener } from './ports.ts';
import { judgeSatellites, type SatelliteFacts } from './satellites.ts';
import { judgeSpeed, proposeModels, type SpeedMeasurement } from './proposal.ts';
import { judgeSettings } from './settings.ts';
import { judgeWorkers, type WorkerFacts } from './workers.ts';

export type DoctorOptions = InstalledModelsOptions &
  Pick<SatelliteFacts, 'endsSentences'> & {
    readonly machine: MachineFacts;
    readonly dataDirectory: DataDirectoryFacts;
    /** Settings under an old name, a sentence each. */
    readonly notices: readonly string[];
    /** Undefined before the first start, and when it can not be read. */
    readonly diskUse: DiskUseFacts | undefined;
    readonly catalog: Catalog;
    readonly listeners: readonly Listener[];
    /** Whether a running Hearken answers there. */
    readonly isOurs: (listener: Listener) => Promise<boolean>;
    /** Asks the machines that run engines for this one. */
    readonly lookAtWorkers: () => Promise<readonly WorkerFacts[]>;
    /** Asks the configured language models whether they are there. */
    readonly lookAtLanguageModels: () => Promise<readonly LanguageModelLook[]>;
    /** Connects to the home as the program would; absent where it does not. */
    readonly lookAtHome?: () => Promise<
      HomeFacts &
        Pick<SatelliteFacts, 'satellites'> & {
          readonly assistants?: readonly Assistant[] | undefined;
          readonly clockAheadMs?: number | undefined;
        }
    >;
    readonly discovery: DiscoveryFacts;
    /** Runs the engines that are installed for a moment; absent when they are not to be measured. */
    readonly measure?: (options: { readonly signal: AbortSignal }) => AsyncIterable<SpeedMeasurement>;
    /** How long a person may wait for text and first sound together, in ms. */
    readonly budgetMs: number;
  };

export async function* runDoctor(options: DoctorOptions): AsyncGenerator<Finding, void> {
  const {
    machine,
    dataDirectory,
    notices,
    diskUse,
    lookAtWorkers,
    lookAtLanguageModels,
    catalog,
    language,
    listeners,
    isOurs,
    lookAtHome,
    discovery,
    measure,
    budgetMs,
    signal,
    endsSentences,
  } = options;
  yield* judgeMachine(machine);
  yield* judgeDataDirectory(dataDirectory);
  if (diskUse) yield* judgeDiskUse(diskUse);
  yield* judgeSettings(notices);
  for (const listener of listeners) yield await judgePort(listener, isOurs);
  yield* judgeDiscovery(discovery);
  if (lookAtHome) {
    const home = await lookAtHome();
    yield* judgeHome(home);
    yield* judgeClock(home.clockAheadMs);
    yield* judgeAssistants(home.assistants);
    yield* judgeSatellites({ satellites: home.satellites, endsSentences });
  }
  yield* judgeWorkers(await lookAtWorkers(), language);
  yield* judgeLooks(await lookAtLanguageModels());
  yield* judgeModels(options);
  if (!measure) return;
  const measurements: SpeedMeasurement[] = [];
  for await (const measurement of measure({ signal })) {
    measurements.push(measurement);
    yield* judgeSpeed([measurement]);
  }
  yield* proposeModels({ catalog, language, machine, measurements, budgetMs });
}
