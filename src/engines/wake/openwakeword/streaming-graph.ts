/**
 * Turns the embedding model, which sees 76 mel rows and is moved on by 8, into one that sees only the 8 new rows
 * and carries what its convolutions need of the past as state. The network is purely convolutional, without
 * padding in time and with a stride product of 8, so both give the same numbers, at about a sixth of the work.
 */
import { followNode, kernelRows } from './graph-flow.ts';
import type { Constants, Flow } from './graph-flow.ts';
import { graphIds, makeInts, makeNode, makeValue, withFirstInput } from '../../onnx/onnx-graph.ts';
import type { GraphNode } from '../../onnx/onnx-graph.ts';
import { readModel, writeModel } from '../../onnx/onnx-model.ts';
import type { Field } from '../../onnx/protobuf.ts';

export type StateTensor = {
  readonly input: string;
  readonly output: string;
  readonly shape: readonly [batch: number, channels: number, rows: number, width: number];
};

export type StreamingGraph = {
  /** The rewritten ONNX file; its input and first output keep their names. */
  readonly model: Uint8Array;
  /** Rows of mel one run takes. */
  readonly hopRows: number;
  readonly states: readonly StateTensor[];
};

/**
 * Rewrites the bytes of an ONNX file.
 * @returns undefined when the graph has another form and must be run on whole windows.
 * @throws EngineError `MODEL_CORRUPT` when the bytes are no protobuf message.
 */
export function toStreamingGraph(model: Uint8Array): StreamingGraph | undefined {
  const file = readModel(model);
  const { graph, nodes, constants, inputs } = file;
  const [input] = inputs;
  if (!input || inputs.length !== 1) return undefined;

  const hopRows = strideProduct(nodes);
  const rewritten = rewriteNodes(nodes, constants, input, hopRows);
  if (!rewritten) return undefined;
  const { states } = rewritten;
  const next = [
    ...rewritten.nodes,
    ...graph.filter((field) => !isReplaced(field)),
    ...rewritten.constants,
    makeValue(graphIds.input, input.name, [1, hopRows, ...input.shape.slice(2)]),
    ...states.map((state) => makeValue(graphIds.input, state.input, state.shape)),
    ...states.map((state) => makeValue(graphIds.output, state.output, state.shape)),
  ];
  return { model: writeModel(file, next), hopRows, states };
}

/** Nodes and inputs are written anew; the notes on intermediate shapes speak of whole windows. */
function isReplaced({ id }: Field): boolean {
  return id === graphIds.node || id === graphIds.input || id === graphIds.valueInfo;
}

/** How many rows the output moves on by: the product of all strides in time. */
function strideProduct(nodes: readonly GraphNode[]): number {
  return nodes.reduce((product, node) => product * (node.ints.get('strides')?.[0] ?? 1), 1);
}

type Rewritten = {
  readonly nodes: readonly Field[];
  readonly constants: readonly Field[];
  readonly states: readonly StateTensor[];
};

const axisName = 'hearken.axis';
const endName = 'hearken.end';

function rewriteNodes(
  nodes: readonly GraphNode[],
  constants: Constants,
  input: { readonly name: string; readonly shape: readonly number[] },
  hopRows: number,
): Rewritten | undefined {
  const out: Field[] = [];
  const added = [makeInts(axisName, [2]), makeInts(endName, [2 ** 31 - 1])];
  const states: StateTensor[] = [];
  const [, windowRows = 0] = input.shape;
  let flow: Flow = { name: input.name, channels: 0, rows: windowRows, width: 0 };

  for (const node of nodes) {
    const next = followNode(node, flow, constants);
    if (!next) return undefined;
    const pastRows = kernelRows(node, constants) - 1;
    if (node.op === 'Reshape' && flow.rows === windowRows) {
      added.push(makeInts(`hearken.shape`, [1, next.channels, hopRows, next.width]));
      out.push(makeNode('Reshape', [flow.name, 'hearken.shape'], next.name));
    } else if (pastRows > 0) {
      const id = states.length;
      const joined = `hearken.joined.${id}`;
      const state: StateTensor = {
        input: `hearken.past.${id}`,
        output: `hearken.next.${id}`,
        shape: [1, flow.channels, pastRows, flow.width],
      };
      states.push(state);
      added.push(makeInts(`hearken.start.${id}`, [-pastRows]));
      out.push(
        makeNode('Concat', [state.input, flow.name], joined, { axis: 2 }),
        withFirstInput(node, joined),
        makeNode('Slice', [joined, `hearken.start.${id}`, endName, axisName], state.output),
      );
    } else out.push(withFirstInput(node, flow.name));
    flow = next;
  }
  return flow.rows === 1 && states.length > 0 ? { nodes: out, constants: added, states } : undefined;
}
