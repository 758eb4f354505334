/** A whole real home with the models of the tests: a core, a furnished house, and Hearken as its assistant. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWavMono } from '../../../src/audio/wav.ts';
import type { CoreClient } from '../../../src/bench/ha/core-client.ts';
import type { ProgramOptions } from '../../../src/bench/ha/program.ts';
import { type RealHome, type RealHomeOptions, startRealHome } from '../../../src/bench/ha/real-home.ts';
import { evalDir } from '../../support/real-models.ts';
import { testModels } from './test-program.ts';

export type { RealHome };

export const never = new AbortController().signal;

/** Builds the core's tree when it is not there yet, which takes minutes. */
export async function startTestHome(
  settings: ProgramOptions['settings'] = {},
  dir?: string,
  more: Pick<RealHomeOptions, 'configuration' | 'components'> = {},
): Promise<RealHome> {
  return await startRealHome({
    settings: { models: testModels, ...settings },
    ...(dir !== undefined && { dir }),
    ...more,
    signal: never,
    progress: (text) => {
      if (text.startsWith('building')) process.stderr.write(`${text}\n`);
    },
  });
}

/** One of the evaluation recordings, mono 16 kHz. */
export const recording = (path: string): Int16Array => readWavMono(readFileSync(join(evalDir, path)));

/** Calls a service behind the assistant's back. */
export async function act(client: CoreClient, service: string, entity_id: string | string[]): Promise<void> {
  const [domain, name] = service.split('.');
  await client.call('call_service', { domain, service: name, target: { entity_id } });
}
