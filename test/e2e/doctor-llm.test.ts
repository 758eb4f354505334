/** `hearken doctor llm` against stand-ins of the three APIs. */
import { describe, expect, it } from 'vitest';
import type { Script } from '../../src/bench/llm/stand-in/script.ts';
import { openStandIn, type StandIn, standInModel } from '../../src/bench/llm/stand-in/stand-in.ts';
import { runCli } from '../support/hearken-cli.ts';

/** Says something, calls the tool it has when a lamp is meant, and finds an end. */
const able: Script = ({ messages }) => {
  const last = messages.at(-1);
  if (last?.from === 'tools') return 'The desk lamp is on.';
  const isCommand = last?.from === 'person' && last.text.includes('desk lamp');
  return isCommand ? [{ call: 'turn_on', input: { device: 'desk lamp' } }] : 'Good evening!';
};

async function doctor(...servers: readonly Pick<StandIn, 'kind' | 'url'>[]) {
  const providers = servers.map(({ kind, url }) => ({
    kind,
    url,
    model: standInModel,
    key: 'secret-of-the-test',
  }));
  const { code, stdout, stderr } = await runCli([
    'doctor',
    'llm',
    '--llm-providers',
    JSON.stringify(providers),
  ]);
  return { code, text: stdout.toString(), stderr };
}

describe('hearken doctor llm', () => {
  it.each(['ollama', 'anthropic', 'openai'] as const)('finds %s in order', async (kind) => {
    const models = [{ name: standInModel, contextTokens: 40_960 }];
    await using server = await openStandIn(kind, able, { models });
    const { code, text } = await doctor(server);
    expect(text).toMatch(new RegExp(`^ok .*${kind}/${standInModel}: answers, in the house$`, 'mu'));
    expect(text).toMatch(/^ok .*the first word comes after \d+ ms/mu);
    expect(text).toMatch(/^ok .*calls tools$/mu);
    expect(text).toMatch(/^ok .*a window of \d+ tokens/mu);
    expect(text).not.toContain('secret-of-the-test');
    expect(code).toBe(0);
  });

  it('says of each provider what to do, and fails', async () => {
    await using talker = await openStandIn('openai', () => 'I am a talker.');
    await using refusing = await openStandIn('anthropic', []);
    refusing.refuse({ refuse: 'key' });
    await using down = await openStandIn('ollama', []);
    await down.stop();
    const { code, text, stderr } = await doctor(talker, refusing, down);
    expect(text).toMatch(/^PROBLEM .*openai.*called no tool where one was needed\n +fix: choose a model/mu);
    expect(text).toMatch(/^PROBLEM .*anthropic.*the key is not accepted.*\n +fix: correct the key/mu);
    expect(text).toMatch(/^PROBLEM .*ollama.*nothing answers.*\n +fix: start the server/mu);
    expect(stderr).toContain('3 of the findings');
    expect(code).toBe(1);
  });

  it('names the models there are for one that is not', async () => {
    await using server = await openStandIn('ollama', [], { models: [{ name: 'qwen3:8b' }] });
    const { text } = await doctor(server);
    expect(text).toMatch(/ollama pull stand-in-8b"\n +fix: .*it has qwen3:8b/u);
  });

  it('says that none is configured', async () => {
    const { code, text } = await doctor();
    expect(text).toMatch(/none is configured/u);
    expect(code).toBe(0);
  });
});
