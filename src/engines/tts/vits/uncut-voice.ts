/** A voice whose graph can only be run as a whole: a piece is what it makes of a sentence at once. */
import type { InferenceSession } from 'onnxruntime-node';
import { settleSeries } from '../../../core/lifecycle.ts';
import type { Synthesiser } from '../tts-model.ts';
import { run } from './session.ts';
import type { TextInputs } from './text-inputs.ts';

export function uncutVoice(graph: InferenceSession, inputs: TextInputs): Synthesiser {
  return {
    async *synthesise(text, how) {
      const sentences = inputs.of(text, how);
      for (const [index, sentence] of sentences.entries()) {
        const { data } = await run(graph, sentence, graph.outputNames[0] ?? '');
        yield { samples: data, isLast: index === sentences.length - 1 };
      }
    },
    close: () =>
      settleSeries([
        { name: 'text inputs', run: async () => inputs.close() },
        { name: 'graph', run: () => graph.release() },
      ]),
  };
}
