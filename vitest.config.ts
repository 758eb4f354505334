import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Layers of tests; each is a project so that CI can count them one by one. */
const layer = (name: string, include: string[], timeoutMs = 20_000) => ({
  test: {
    name,
    include,
    // Real processes and real time on a busy machine: CI gives them a second try, and names those that needed it.
    retry: process.env['CI'] !== undefined && (name === 'e2e' || name === 'ha') ? 1 : 0,
    env: { ORT_DISABLE_TELEMETRY: '1' },
    setupFiles: 'test/support/repeatable.ts',
    testTimeout: timeoutMs,
    hookTimeout: Math.max(timeoutMs, 10_000),
  },
});

export default defineConfig({
  test: {
    globalSetup: 'test/support/temp-root.ts',
    // Most tests wait for processes and clocks: on two cores two files at a time take two thirds of the time of one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      layer('unit', ['test/unit/**/*.test.ts', 'wyoming/test/unit/**/*.test.ts']),
      layer('contract', ['test/contract/**/*.test.ts', 'wyoming/test/contract/**/*.test.ts'], 60_000),
      // Weights that nobody ships: `npm run test:models -- kokoro`.
      layer('models', ['test/models/**/*.test.ts'], 120_000),
      layer('e2e', ['test/e2e/**/*.test.ts', 'wyoming/test/e2e/**/*.test.ts'], 60_000),
      // The container image: `scripts/build-image.sh` first.
      layer('image', ['test/image/**/*.test.ts'], 120_000),
      layer('ha', ['test/ha/**/*.test.ts'], 120_000),
    ],
  },
});
