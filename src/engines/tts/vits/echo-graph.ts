/**
 * A voice that speaks what it is given. sherpa-onnx turns text into the inputs of a voice, with espeak or a lexicon
 * and the rules of every family of voices, and hands out nothing but samples: from this graph, which has the voice's
 * inputs and notes but no weights, its samples are those inputs. 400 bytes, a fifth of a millisecond a sentence.
 */
import { elementTypes, graphIds, makeInts, makeNode, makeValue } from '../../onnx/onnx-graph.ts';
import { writeModel, type OnnxModel } from '../../onnx/onnx-model.ts';
import type { Field } from '../../onnx/protobuf.ts';

const graphNameId = 2;

/** For each input in turn: how many values it has, and the values. */
export function writeEcho(model: OnnxModel): Uint8Array {
  const toFloat = { to: elementTypes.float32 };
  const nodes: Field[] = [];
  const parts: string[] = [];
  for (const [index, { name }] of model.inputs.entries()) {
    const part = (what: string): string => `${what}.${index}`;
    nodes.push(
      makeNode('Size', [name], part('count')),
      makeNode('Cast', [part('count')], part('size'), toFloat),
      makeNode('Reshape', [part('size'), 'one.axis'], part('sizes')),
      makeNode('Cast', [name], part('values'), toFloat),
      makeNode('Reshape', [part('values'), 'one.axis'], part('flat')),
    );
    parts.push(part('sizes'), part('flat'));
  }
  const output = model.outputs[0]?.name ?? 'output';
  return writeModel(model, [
    ...nodes,
    makeNode('Concat', parts, output, { axis: 0 }),
    makeInts('one.axis', [-1]),
    ...model.graph.filter(({ id }) => id === graphNameId || id === graphIds.input),
    makeValue(graphIds.output, output, [0]),
  ]);
}

/**
 * The values of every input, sentence by sentence, out of the samples that an echo spoke; all fit a float.
 * @returns undefined when the samples are none of an echo.
 */
export function readEcho(samples: Float32Array, inputCount: number): Float32Array[][] | undefined {
  const sentences: Float32Array[][] = [];
  for (let offset = 0; offset < samples.length;) {
    const sentence: Float32Array[] = [];
    for (let input = 0; input < inputCount; input += 1) {
      const start = offset + 1;
      offset = start + (samples[offset] ?? Number.NaN);
      if (!(offset >= start && offset <= samples.length)) return undefined;
      sentence.push(samples.slice(start, offset));
    }
    sentences.push(sentence);
  }
  return sentences;
}
