/**
 * Undoes the quantisation of convolutions that onnxruntime's `quantize_dynamic` writes: their weights become floats
 * again. Integer convolutions take three times as long as those of floats (onnxruntime 1.30 on x64, a voice), and
 * what they give depends on the largest value of the whole input.
 */
import {
  elementTypes,
  graphIds,
  readInitializer,
  readNode,
  readNumbers,
  type GraphNode,
} from './onnx-graph.ts';
import type { OnnxModel } from './onnx-model.ts';
import { bytesOf, encodeMessage, intField, messageField, textField, type Field } from './protobuf.ts';

/** The same model when nothing in it has that form. */
export function withFloatConvolutions(model: OnnxModel): OnnxModel {
  const links = linksOf(model);
  const nodes: GraphNode[] = [];
  const replaced = new Set<GraphNode>();
  const weights: Field[] = [];
  for (const node of model.nodes) {
    const found = node.op === 'ConvInteger' ? quantised(node, links) : undefined;
    const floats = found && dequantised(found, links);
    if (!found || !floats) {
      nodes.push(node);
      continue;
    }
    weights.push(floats.field);
    nodes.push(convolution(node, [found.input, floats.name], found.scaled.outputs));
    replaced.add(found.cast).add(found.scaled);
  }
  if (weights.length === 0) return model;
  const added = bytesOf(weights, graphIds.initializer).map(readInitializer);
  return {
    ...model,
    nodes: nodes.filter((node) => !replaced.has(node)),
    graph: [...model.graph, ...weights],
    constants: new Map([...model.constants, ...added.map((value) => [value.name, value] as const)]),
  };
}

type Links = {
  readonly producers: ReadonlyMap<string, GraphNode>;
  readonly consumers: ReadonlyMap<string, readonly GraphNode[]>;
  /** Name of a constant → its bytes. */
  readonly constants: ReadonlyMap<string, Uint8Array>;
};

function linksOf({ nodes, graph }: OnnxModel): Links {
  const consumers = new Map<string, GraphNode[]>();
  for (const node of nodes)
    for (const name of [...node.inputs, ...node.captured])
      consumers.set(name, [...(consumers.get(name) ?? []), node]);
  return {
    producers: new Map(nodes.flatMap((node) => node.outputs.map((name) => [name, node] as const))),
    consumers,
    constants: new Map(
      bytesOf(graph, graphIds.initializer).map((bytes) => [readInitializer(bytes).name, bytes]),
    ),
  };
}

type Quantised = {
  /** What flows in, before it was quantised. */
  readonly input: string;
  readonly weights: string;
  readonly zeroPoint: string | undefined;
  readonly scale: string;
  /** Made floats again, and multiplied by the scales of both sides. */
  readonly cast: GraphNode;
  readonly scaled: GraphNode;
};

function quantised(node: GraphNode, { producers, consumers, constants }: Links): Quantised | undefined {
  const only = (name = ''): GraphNode | undefined => {
    const [first, ...others] = consumers.get(name) ?? [];
    return others.length === 0 ? first : undefined;
  };
  const [given = '', weights = '', givenZero, zeroPoint] = node.inputs;
  const quantiser = producers.get(given);
  const [input] = quantiser?.inputs ?? [];
  const cast = only(node.outputs[0]);
  const scaled = only(cast?.outputs[0]);
  if (quantiser?.op !== 'DynamicQuantizeLinear' || givenZero !== quantiser.outputs[2]) return undefined;
  if (input === undefined || cast?.op !== 'Cast' || scaled?.op !== 'Mul') return undefined;
  const scales = producers.get(scaled.inputs.find((name) => name !== cast.outputs[0]) ?? '');
  const scale = scales?.inputs.find((name) => constants.has(name));
  const isScaled = scales?.op === 'Mul' && scales.inputs.includes(quantiser.outputs[1] ?? '');
  return isScaled && scale !== undefined ? { input, weights, zeroPoint, scale, cast, scaled } : undefined;
}

/** The weights as floats; one scale for all, or one for each channel of the output. */
function dequantised(
  { weights, zeroPoint, scale }: Quantised,
  { constants }: Links,
): { readonly name: string; readonly field: Field } | undefined {
  const bytes = constants.get(weights);
  const steps = bytes && readNumbers(bytes);
  const [zeros, scales] = [zeroPoint, scale].map((name) => readNumbers(constants.get(name ?? '')));
  if (!bytes || !steps || !scales || (zeroPoint !== undefined && !zeros)) return undefined;
  const { dims } = readInitializer(bytes);
  const perChannel = steps.length / (dims[0] ?? 1);
  const floats = steps.map((step, i) => {
    const channel = Math.floor(i / perChannel);
    const of = (values: Float32Array): number => values[values.length === 1 ? 0 : channel] ?? 0;
    return (step - (zeros ? of(zeros) : 0)) * of(scales);
  });
  const name = `${weights}.float`;
  const field = messageField(graphIds.initializer, [
    ...dims.map((size) => intField(1, size)),
    intField(2, elementTypes.float32),
    textField(8, name),
    { id: 9, wire: 2, bytes: new Uint8Array(floats.buffer) },
  ]);
  return { name, field };
}

/** A convolution with the attributes of another one. */
function convolution(node: GraphNode, inputs: readonly string[], outputs: readonly string[]): GraphNode {
  return readNode(
    encodeMessage([
      ...inputs.map((name) => textField(1, name)),
      ...outputs.map((name) => textField(2, name)),
      textField(4, 'Conv'),
      ...node.fields.filter(({ id }) => id !== 1 && id !== 2 && id !== 4),
    ]),
  );
}
