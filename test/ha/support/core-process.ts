/** The tests' core: the default house, in a fresh folder. */
import {
  type CorePlace,
  type CoreProcess,
  startCore as startCoreProcess,
} from '../../../src/bench/ha/core-process.ts';
import { type House, defaultHouse } from '../../../src/bench/ha/house.ts';
import { houseConfig } from '../../../src/bench/ha/house-config.ts';

export type { CoreProcess };

export type TestCoreOptions = {
  readonly house?: House;
  /** Sections of configuration.yaml beside the house's. */
  readonly configuration?: Readonly<Record<string, unknown>>;
  readonly place?: CorePlace;
};

/** Builds the core's tree when it is not there yet, which takes minutes. */
export async function startCore({
  house = defaultHouse,
  configuration,
  place,
}: TestCoreOptions = {}): Promise<CoreProcess> {
  return await startCoreProcess({
    configuration: { ...houseConfig(house), ...configuration },
    ...(place && { place }),
    signal: new AbortController().signal,
    progress: (text) => process.stderr.write(`${text}\n`),
  });
}
