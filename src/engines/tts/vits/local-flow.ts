/** Follows frames through a vocoder: how far its output looks around, in frames of its input. */
import type { GraphNode, Initializer } from '../../onnx/onnx-graph.ts';

/** A tensor whose last axis is time, and how much of the frames around it one of its samples hears. */
export type Flow = {
  readonly samplesPerFrame: number;
  readonly leftFrames: number;
  readonly rightFrames: number;
  /** True once the axes were rearranged: then no convolution may follow. */
  readonly isFlat: boolean;
};

/** One frame, as it comes. */
export const frames: Flow = { samplesPerFrame: 1, leftFrames: 0, rightFrames: 0, isFlat: false };

export type Constants = ReadonlyMap<string, Initializer>;

/** They see one moment of one tensor, whatever else they are given must be constant. */
const pointwise: ReadonlySet<string> = new Set([
  ...['LeakyRelu', 'Relu', 'PRelu', 'Elu', 'Selu', 'Tanh', 'Sigmoid', 'Softplus', 'Clip'],
  ...['Sin', 'Cos', 'Exp', 'Neg', 'Abs', 'Sqrt', 'Reciprocal', 'Identity'],
  ...['Add', 'Sub', 'Mul', 'Div', 'Pow', 'Min', 'Max'],
]);
const reshaping: ReadonlySet<string> = new Set(['Squeeze', 'Unsqueeze', 'Reshape', 'Flatten']);

/**
 * What a node gives from what flows into it.
 * @returns undefined for a node that mixes time in a way that can not be cut.
 */
export function followNode(
  node: GraphNode,
  flows: ReadonlyMap<string, Flow>,
  constants: Constants,
): Flow | undefined {
  const [input, ...others] = node.inputs;
  const flow = flows.get(input ?? '');
  if (node.op === 'Conv' || node.op === 'ConvTranspose') {
    if (!flow || flow.isFlat || others.some((name) => flows.has(name))) return undefined;
    return node.op === 'Conv'
      ? followConv(node, flow, constants)
      : followConvTranspose(node, flow, constants);
  }
  if (reshaping.has(node.op)) return flow && { ...flow, isFlat: true };
  return pointwise.has(node.op) ? join(node, flows, constants) : undefined;
}

function join(node: GraphNode, flows: ReadonlyMap<string, Flow>, constants: Constants): Flow | undefined {
  const flowing = node.inputs.flatMap((name) => flows.get(name) ?? []);
  const fixed = node.inputs.filter((name) => name !== '' && !flows.has(name));
  const [first] = flowing;
  const isSteady = fixed.every((name) => isSameAtAllTimes(constants.get(name)));
  const isAligned = flowing.every(({ samplesPerFrame }) => samplesPerFrame === first?.samplesPerFrame);
  if (!first || !isSteady || !isAligned) return undefined;
  return {
    samplesPerFrame: first.samplesPerFrame,
    leftFrames: Math.max(...flowing.map(({ leftFrames }) => leftFrames)),
    rightFrames: Math.max(...flowing.map(({ rightFrames }) => rightFrames)),
    isFlat: flowing.some(({ isFlat }) => isFlat),
  };
}

function isSameAtAllTimes(constant: Initializer | undefined): boolean {
  return constant !== undefined && (constant.dims.at(-1) ?? 1) === 1;
}

type Kernel = {
  readonly size: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
  readonly after: number;
};

/** Of a convolution over one axis with pads that are written out. */
function kernelOf(node: GraphNode, constants: Constants): Kernel | undefined {
  const weights = constants.get(node.inputs[1] ?? '');
  const [size = weights?.dims[2], ...more] = node.ints.get('kernel_shape') ?? [];
  const isPlain = (node.texts.get('auto_pad') ?? 'NOTSET') === 'NOTSET' && more.length === 0;
  if (!isPlain || size === undefined || weights?.dims.length !== 3) return undefined;
  const [before = 0, after = 0] = node.ints.get('pads') ?? [];
  const [stride = 1] = node.ints.get('strides') ?? [];
  const [dilation = 1] = node.ints.get('dilations') ?? [];
  return { size, stride, dilation, before, after };
}

/** Only convolutions that give as many samples as they get. */
function followConv(node: GraphNode, flow: Flow, constants: Constants): Flow | undefined {
  const kernel = kernelOf(node, constants);
  if (!kernel) return undefined;
  const { size, stride, dilation, before, after } = kernel;
  const span = dilation * (size - 1);
  if (stride !== 1 || before + after !== span || before < 0 || after < 0) return undefined;
  return {
    ...flow,
    leftFrames: flow.leftFrames + before / flow.samplesPerFrame,
    rightFrames: flow.rightFrames + after / flow.samplesPerFrame,
  };
}

/** Only those that give exactly `stride` samples for each. */
function followConvTranspose(node: GraphNode, flow: Flow, constants: Constants): Flow | undefined {
  const kernel = kernelOf(node, constants);
  if (!kernel || node.ints.has('output_shape')) return undefined;
  const { size, stride, dilation, before, after } = kernel;
  const [added = 0] = node.ints.get('output_padding') ?? [];
  if (dilation !== 1 || size + added - stride !== before + after || before < 0 || after < 0) return undefined;
  const samplesPerFrame = flow.samplesPerFrame * stride;
  return {
    ...flow,
    samplesPerFrame,
    leftFrames: flow.leftFrames + (size - 1 - before) / samplesPerFrame,
    rightFrames: flow.rightFrames + before / samplesPerFrame,
  };
}
