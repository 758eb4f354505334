/** Follows the size of the one tensor that flows through a chain of convolutions. */
import type { GraphNode, Initializer } from '../../onnx/onnx-graph.ts';

export type Flow = {
  readonly name: string;
  readonly channels: number;
  /** Length in time. */
  readonly rows: number;
  readonly width: number;
};

export type Constants = ReadonlyMap<string, Initializer>;

/** How many rows of its input one row of a node's output sees. */
export function kernelRows(node: GraphNode, constants: Constants): number {
  return node.op === 'Conv' ? (constants.get(node.inputs[1] ?? '')?.dims[2] ?? 0) : 1;
}

/** @returns undefined for a node that pads or mixes time in a way that can not be cut at a row. */
export function followNode(node: GraphNode, flow: Flow, constants: Constants): Flow | undefined {
  const name = node.outputs[0] ?? '';
  if (node.inputs[0] !== flow.name || node.outputs.length !== 1) return undefined;
  const second = constants.get(node.inputs[1] ?? '');
  switch (node.op) {
    case 'Reshape': {
      const [, channels = 0, rows = 0, width = 0] = second?.ints ?? [];
      return rows === flow.rows ? { name, channels, rows, width } : undefined;
    }
    case 'Relu':
    case 'LeakyRelu':
      return { ...flow, name };
    case 'Max':
      return second?.dims.every((size) => size === 1) ? { ...flow, name } : undefined;
    case 'Conv':
      return followConv(node, flow, second?.dims ?? []);
    case 'MaxPool':
      return followPool(node, flow);
    default:
      return undefined;
  }
}

function followConv(node: GraphNode, flow: Flow, weights: readonly number[]): Flow | undefined {
  const [channels = 0, inputs = 0, rows = 0, width = 0] = weights;
  const [before = 0, left = 0, after = 0, right = 0] = node.ints.get('pads') ?? [];
  const isPlain = ['strides', 'dilations', 'group'].every((name) =>
    (node.ints.get(name) ?? []).every((value) => value === 1),
  );
  if (!isPlain || before !== 0 || after !== 0 || inputs !== flow.channels || rows === 0) return undefined;
  const next = { rows: flow.rows - rows + 1, width: flow.width + left + right - width + 1 };
  return { name: node.outputs[0] ?? '', channels, ...next };
}

/** Only pools that do not overlap, and whose last group ends with the last row. */
function followPool(node: GraphNode, flow: Flow): Flow | undefined {
  const [rows = 0, width = 0] = node.ints.get('kernel_shape') ?? [];
  const [rowStride = 1, widthStride = 1] = node.ints.get('strides') ?? [];
  const isPadded = (node.ints.get('pads') ?? []).some((value) => value !== 0);
  if (isPadded || rows !== rowStride || width !== widthStride || flow.rows % rows !== 0) return undefined;
  return {
    ...flow,
    name: node.outputs[0] ?? '',
    rows: flow.rows / rows,
    width: Math.floor(flow.width / width),
  };
}
