/** Which provider, model and address an answer or an error is about. */
import type { ProviderSettings } from './options.ts';
import { isHouseHost } from './house-host.ts';

export type Subject = {
  readonly kind: ProviderSettings['kind'];
  readonly model: string;
  /** Without a slash at its end. */
  readonly url: string;
  /** `ollama/qwen3:8b` */
  readonly name: string;
  /** What it is told leaves the house. */
  readonly isCloud: boolean;
  /** The maker's own address: what it says of models is the last word. */
  readonly isOfficial: boolean;
};

const officialUrls = {
  ollama: 'http://127.0.0.1:11434',
  anthropic: 'https://api.anthropic.com',
  openai: 'https://api.openai.com/v1',
} as const;

export function subjectOf({
  kind,
  model,
  url,
  place,
}: Pick<ProviderSettings, 'kind' | 'model' | 'url' | 'place'>): Subject {
  const address = (url === '' ? officialUrls[kind] : url).replace(/\/+$/u, '');
  const isCloud = place === 'auto' ? leavesHouse(kind, model, address) : place === 'cloud';
  const isOfficial = kind === 'ollama' || address === officialUrls[kind];
  return { kind, model, url: address, name: `${kind}/${model}`, isCloud, isOfficial };
}

/** Ollama at home hands models with this tag on to its maker's servers. */
const ollamaCloudModel = /[:-]cloud$/u;

function leavesHouse(kind: Subject['kind'], model: string, url: string): boolean {
  if (kind === 'ollama' && ollamaCloudModel.test(model)) return true;
  return !isHouseHost(new URL(url).hostname);
}
