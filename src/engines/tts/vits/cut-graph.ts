/**
 * Cuts a voice in two: the front turns symbols into frames of sound features, all at once; the vocoder turns frames
 * into samples and sees only so far around each, so that it can be run on one stretch of frames after the other.
 * The cut lies before the first upsampling: everything slow comes after it, and nothing random does.
 */
import { elementTypes, type GraphNode, type Initializer } from '../../onnx/onnx-graph.ts';
import type { OnnxModel } from '../../onnx/onnx-model.ts';
import { nodesFor, writePart } from '../../onnx/subgraph.ts';
import { followNode, frames, type Constants, type Flow } from './local-flow.ts';

export type CutVoice = {
  /** From the file's inputs to `[1, channels, frames]`. */
  readonly front: Uint8Array;
  /** From `[1, channels, frames]` to `frames × samplesPerFrame` samples. */
  readonly vocoder: Uint8Array;
  /** Name of the tensor in between, in both. */
  readonly latent: string;
  readonly samplesPerFrame: number;
  /** How many frames before and after a frame its samples depend on. */
  readonly leftFrames: number;
  readonly rightFrames: number;
};

/** @returns undefined when the graph has another form and can only be run as a whole. */
export function cutVoice(model: OnnxModel): CutVoice | undefined {
  const [output] = model.outputs;
  if (output?.type !== elementTypes.float32) return undefined;
  const constants = constantsOf(model);
  for (const latent of places(model, constants)) {
    const nodes = nodesFor(model.nodes, output.name, [latent]);
    const flow = followAll(nodes, latent, output.name, constants);
    if (!flow) continue;
    const declared = { name: latent, shape: [1, 0, 0] };
    const front = nodesFor(model.nodes, latent);
    return {
      front: writePart(model, { nodes: front, inputs: [], output: declared }),
      vocoder: writePart(model, { nodes, inputs: [declared], output }),
      latent,
      samplesPerFrame: flow.samplesPerFrame,
      ...wholeFrames(flow),
    };
  }
  return undefined;
}

/** Of the frames that lie within reach of a frame's first sample, and of its last one. */
function wholeFrames({ samplesPerFrame, leftFrames, rightFrames }: Flow) {
  // Thirds of a frame do not add up exactly.
  const rounding = 1e-6;
  return {
    leftFrames: Math.floor(leftFrames + rounding),
    rightFrames: Math.floor(rightFrames + 1 - 1 / samplesPerFrame + rounding),
  };
}

/** Tensors to cut at, the one nearest to the first upsampling first. */
function* places({ nodes }: OnnxModel, constants: Constants): Generator<string> {
  const upsampling = nodes.find(({ op }) => op === 'ConvTranspose');
  if (constants.get(upsampling?.inputs[1] ?? '')?.type !== elementTypes.float32) return;
  const [input = ''] = upsampling?.inputs ?? [];
  yield input;
  const activation = nodes.find(({ outputs }) => outputs.includes(input));
  if (activation?.inputs[0] !== undefined) yield activation.inputs[0];
}

/** Also what exporters write as nodes: a tensor in a `Constant`, one under another name, one in another shape. */
function constantsOf({ nodes, constants }: OnnxModel): Constants {
  const all = new Map<string, Initializer>(constants);
  for (const { op, inputs, outputs, tensor } of nodes) {
    const [first, second] = inputs.map((name) => all.get(name));
    const reshaped = op === 'Reshape' && first && second && { ...first, dims: second.ints };
    const value = op === 'Constant' ? tensor : op === 'Identity' ? first : reshaped;
    if (value) all.set(outputs[0] ?? '', value);
  }
  return all;
}

/** @returns undefined when a node on the way can not be followed, or needs what is not constant. */
function followAll(
  nodes: readonly GraphNode[],
  latent: string,
  output: string,
  constants: Constants,
): Flow | undefined {
  const flows = new Map<string, Flow>([[latent, frames]]);
  for (const node of nodes) {
    const [name = '', ...others] = node.outputs;
    const isFixed = (input: string): boolean => input === '' || constants.has(input);
    if (constants.has(name) || node.inputs.every(isFixed)) continue;
    if (others.length > 0 || !node.inputs.every((input) => isFixed(input) || flows.has(input)))
      return undefined;
    const flow = followNode(node, flows, constants);
    if (!flow) return undefined;
    flows.set(name, flow);
  }
  return flows.get(output);
}
