import { describe, expect, it } from 'vitest';
import { llmOptions } from '../../../../src/engines/llm/options.ts';
import { subjectOf } from '../../../../src/engines/llm/subject.ts';

const parse = (provider: Readonly<Record<string, unknown>>) =>
  llmOptions.parse({ providers: [provider] }).providers[0]!;
const subject = (provider: Readonly<Record<string, unknown>>) => subjectOf(parse(provider));

describe('llmOptions', () => {
  it('asks nobody by default', () => {
    expect(llmOptions.parse({})).toMatchObject({ providers: [], cloudHedging: false, hedgeAfterMs: 0 });
  });

  it('never prints a key', () => {
    const settings = parse({ kind: 'anthropic', model: 'claude', key: 'sk-secret' });
    expect(settings.key.reveal()).toBe('sk-secret');
    expect(JSON.stringify(settings) + String(settings.key)).not.toContain('sk-secret');
  });

  it.each([
    ['a cloud provider without a key', { kind: 'anthropic', model: 'claude' }, /wants a key/u],
    [
      'a temperature for Anthropic',
      { kind: 'anthropic', model: 'm', key: 'k', temperature: 1 },
      /no temperature/u,
    ],
    [
      'an address without http',
      { kind: 'ollama', model: 'm', url: 'ftp://somewhere' },
      /must begin with http/u,
    ],
    ['a misspelt field', { kind: 'ollama', model: 'm', modell: 'x' }, /modell/u],
    ['extra fields that are no object', { kind: 'ollama', model: 'm', extraJson: '[1]' }, /JSON object/u],
    ['extra fields that are no JSON', { kind: 'ollama', model: 'm', extraJson: 'think' }, /JSON object/u],
  ])('refuses %s', (_, provider, message) => {
    expect(() => parse(provider)).toThrow(message);
  });

  it('needs no key for a server of the house', () => {
    expect(parse({ kind: 'openai', model: 'm', url: 'http://gpu.lan:8000/v1' }).key.reveal()).toBe('');
  });
});

describe('subjectOf', () => {
  it.each([
    [{ kind: 'ollama', model: 'qwen3:8b' }, 'http://127.0.0.1:11434', false],
    [{ kind: 'ollama', model: 'm', url: 'http://192.168.1.7:11434/' }, 'http://192.168.1.7:11434', false],
    [{ kind: 'ollama', model: 'm', url: 'http://[fd00::7]:11434' }, 'http://[fd00::7]:11434', false],
    [{ kind: 'openai', model: 'm', url: 'http://homeserver:8000/v1' }, 'http://homeserver:8000/v1', false],
    [{ kind: 'openai', model: 'm', url: 'http://llm.local/v1' }, 'http://llm.local/v1', false],
    [{ kind: 'anthropic', model: 'm', key: 'k' }, 'https://api.anthropic.com', true],
    [{ kind: 'openai', model: 'm', key: 'k' }, 'https://api.openai.com/v1', true],
    [
      { kind: 'openai', model: 'm', url: 'https://openrouter.ai/api/v1' },
      'https://openrouter.ai/api/v1',
      true,
    ],
    [{ kind: 'ollama', model: 'm', url: 'http://203.0.113.7:11434' }, 'http://203.0.113.7:11434', true],
    // Ollama at home asks its maker's servers for these.
    [{ kind: 'ollama', model: 'gpt-oss:120b-cloud' }, 'http://127.0.0.1:11434', true],
  ])('knows the address of %j and whether it is outside the house', (provider, url, isCloud) => {
    expect(subject(provider)).toMatchObject({ url, isCloud });
  });

  it('believes the settings about the place', () => {
    const tunnel = { kind: 'openai', model: 'm', url: 'https://my.example.org/v1' };
    expect(subject({ ...tunnel, place: 'home' }).isCloud).toBe(false);
    expect(subject({ kind: 'ollama', model: 'm', place: 'cloud' }).isCloud).toBe(true);
  });
});
