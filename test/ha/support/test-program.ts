/** Hearken for a test's core, with the real models and every service warm. */
import type { CoreClient } from '../../../src/bench/ha/core-client.ts';
import {
  type Program,
  type ProgramOptions,
  startProgram,
  untilServed,
} from '../../../src/bench/ha/program.ts';
import { modelsDir } from '../../support/real-models.ts';

export type TestProgramOptions = Partial<Pick<ProgramOptions, 'settings' | 'dir'>>;

export const testModels = { dirs: [modelsDir], download: false } as const;

export async function startTestProgram(
  { url, token }: Pick<CoreClient, 'url' | 'token'>,
  { settings, dir }: TestProgramOptions = {},
): Promise<Program> {
  const { signal } = new AbortController();
  const program = await startProgram({
    settings: { models: testModels, home: { url, token }, ...settings },
    ...(dir !== undefined && { dir }),
    signal,
  });
  await untilServed(program, { signal, progress: () => undefined });
  return program;
}
