/** The tasks of a set played by a scripted model: what it does is counted, and what it costs. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeModel } from '../../../../src/bench/agent/language-model.ts';
import { toolResults } from '../../../../src/bench/llm/stand-in/script.ts';
import { openStandIn, standInModel } from '../../../../src/bench/llm/stand-in/stand-in.ts';
import { configSchema } from '../../../../src/config/schema.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const fixtures = `
areas: [{ name: Den, id: den }]
entities:
  - { name: Den Lamp, id: light.den_lamp, area: den, state: 'off', attributes: { supported_color_modes: [brightness] } }
  - { name: Den Fan, id: fan.den_fan, area: den, state: 'off' }
`;
const tasks = `
tests:
  - sentences: [Turn on the den lamp]
    expect_changes: { light.den_lamp: { state: 'on' } }
  - sentences: [Turn on the den fan]
    expect_changes: { fan.den_fan: { state: 'on' } }
`;

async function evalDirOf(dir: string): Promise<string> {
  for (const set of ['assist/den', 'assist-mini', 'intents', 'questions'])
    await mkdir(join(dir, 'text/home-assistant-datasets', set), { recursive: true });
  await writeFile(join(dir, 'text/home-assistant-datasets/assist/den/_fixtures.yaml'), fixtures);
  await writeFile(join(dir, 'text/home-assistant-datasets/assist/den/lamps.yaml'), tasks);
  return dir;
}

describe('the tasks with a language model', () => {
  it('are counted as done when exactly what was asked changed', async () => {
    await using dir = await tempDir();
    const evalDir = await evalDirOf(dir.path);
    await using server = await openStandIn('ollama', (request) =>
      toolResults(request).length > 0
        ? { pieces: ['Anything else is as it was.'], tokens: { input: 60, cached: 50, output: 4 } }
        : {
            pieces: [{ call: 'control_home', input: { action: 'turn_on', devices: ['Den Lamp'] } }],
            tokens: { input: 40, cached: 0, output: 6 },
          },
    );
    const { llm } = configSchema.parse({
      llm: { providers: [{ kind: 'ollama', url: server.url, model: standInModel }] },
    });
    const report = await judgeModel(llm, {
      evalDir,
      modelDirs: [],
      smoke: false,
      signal: AbortSignal.timeout(30_000),
      progress: () => undefined,
    });
    const value = (metric: string) => report.rows.find((row) => row.metric.trim() === metric)?.value;
    expect(report.models).toEqual([`ollama/${standInModel}`]);
    expect(value('assist: tasks done')).toBe(50);
    expect(value('tokens read per task')).toBe(100);
    expect(value('tokens written per task')).toBe(10);
    expect(value('requests per task')).toBe(2);
    // The gate: nobody asked for the lamp in the second task.
    expect(report.notes.filter((note) => note.includes('Turn on the den fan'))).toHaveLength(1);
  });

  it('are refused without a language model', async () => {
    const { llm } = configSchema.parse({});
    const options = { evalDir: '.', modelDirs: [], smoke: false, progress: () => undefined };
    await expect(judgeModel(llm, { ...options, signal: AbortSignal.timeout(1_000) })).rejects.toThrow(
      'llm.providers',
    );
  });
});
