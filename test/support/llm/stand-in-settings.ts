/** Settings of the program that lead to stand-ins of language models. */
import { type StandIn, standInModel } from '../../../src/bench/llm/stand-in/stand-in.ts';
import { type LlmSettings, llmOptions } from '../../../src/engines/llm/options.ts';

export const standInKey = 'a-key-of-the-tests';

/** As somebody would write them into `hearken.yaml`, here with the tree's own names. */
export function standInSettings(
  servers: readonly (Pick<StandIn, 'kind' | 'url'> & { readonly more?: Readonly<Record<string, unknown>> })[],
  section: Readonly<Record<string, unknown>> = {},
): LlmSettings {
  const providers = servers.map(({ kind, url, more }) => ({
    kind,
    url,
    model: standInModel,
    key: standInKey,
    ...more,
  }));
  return llmOptions.parse({ ...section, providers });
}
