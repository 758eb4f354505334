/** How a model of Anthropic's is kept from thinking before it speaks: each has its own way, and the API tells which. */
import type { MessageCreateParamsStreaming } from '@anthropic-ai/sdk/resources/messages';
import type { ModelInfo } from '@anthropic-ai/sdk/resources/models';

export type Quiet = Pick<MessageCreateParamsStreaming, 'thinking' | 'output_config'> & {
  /** What thoughts may take of the bound of an answer, on top of what the answer may. */
  readonly thoughtTokens: number;
};

/** A few thoughts before a short answer, where they can not be turned off. */
const thoughtTokens = 4_096;

/** Nothing is asked of a model that nothing is known of: a field it does not know would be refused. */
export const unknownQuiet: Quiet = { thoughtTokens: 0 };

export function quietOf(model: Pick<ModelInfo, 'capabilities'>): Quiet {
  const { capabilities } = model;
  if (!capabilities?.thinking?.types) return unknownQuiet;
  const { supported, types } = capabilities.thinking;
  if (!supported) return unknownQuiet;
  if (types.disabled?.supported) return { thinking: { type: 'disabled' }, thoughtTokens: 0 };
  if (types.between_tools?.supported) return { thinking: { type: 'between_tools' }, thoughtTokens };
  return {
    ...(capabilities.effort?.low?.supported && { output_config: { effort: 'low' } }),
    thoughtTokens,
  };
}
