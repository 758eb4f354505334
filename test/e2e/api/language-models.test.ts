import { describe, expect, it } from 'vitest';
import { openStandIn, type StandIn, standInModel } from '../../../src/bench/llm/stand-in/stand-in.ts';
import { startHearken } from '../../support/hearken-server.ts';
import { apiUrlOf } from '../../support/served-turn.ts';

const settingsOf = ({ kind, url }: Pick<StandIn, 'kind' | 'url'>) => ({
  ...{ kind, url, model: standInModel, key: 'secret-of-the-test' },
});

describe('GET /health', () => {
  it('names the language models and how each does, without address and key', async () => {
    await using well = await openStandIn('openai', []);
    await using away = await openStandIn('ollama', []);
    await away.stop();
    const providers = JSON.stringify([settingsOf(away), settingsOf(well)]);
    await using server = await startHearken({ args: ['--only', 'handle', '--llm-providers', providers] });
    const url = await apiUrlOf(server);
    const read = async () => await (await fetch(`${url}/health`)).text();
    await expect
      .poll(async () => JSON.parse(await read()).language_models, { timeout: 10_000 })
      .toEqual([
        { name: `ollama/${standInModel}`, state: 'failed', reason: 'LLM_UNREACHABLE' },
        { name: `openai/${standInModel}`, state: 'ready' },
      ]);
    const text = await read();
    expect(text).not.toContain('secret-of-the-test');
    expect(text).not.toContain(new URL(well.url).port);
  });
});
