/** Cuts a part out of an ONNX file. */
import { graphIds, makeValue, type GraphNode, type GraphValue } from './onnx-graph.ts';
import { writeModel, type OnnxModel } from './onnx-model.ts';
import { bytesOf, messageField, textsOf, decodeMessage, type Field } from './protobuf.ts';

/** The nodes that a value is computed by, in their order, from the given values on. */
export function nodesFor(
  nodes: readonly GraphNode[],
  value: string,
  from: readonly string[] = [],
): readonly GraphNode[] {
  const needed = new Set([value]);
  for (const name of from) needed.delete(name);
  return nodes
    .toReversed()
    .filter((node) => {
      if (!node.outputs.some((name) => needed.has(name))) return false;
      for (const name of [...node.inputs, ...node.captured]) if (!from.includes(name)) needed.add(name);
      return true;
    })
    .toReversed();
}

export type Part = {
  readonly nodes: readonly GraphNode[];
  /** The file's own inputs that it needs, or tensors in between, declared anew. */
  readonly inputs: readonly Pick<GraphValue, 'name' | 'shape'>[];
  readonly output: Pick<GraphValue, 'name' | 'shape'>;
};

/** A file of its own: from float inputs, or inputs the file already declares, to one float output. */
export function writePart(model: OnnxModel, { nodes, inputs, output }: Part): Uint8Array {
  const read = new Set(nodes.flatMap((node) => [...node.inputs, ...node.captured]));
  const declared = new Set(model.inputs.map(({ name }) => name));
  return writeModel(model, [
    ...nodes.map((node) => messageField(graphIds.node, node.fields)),
    ...model.graph.filter((field) => isKept(field, read)),
    ...inputs
      .filter(({ name }) => !declared.has(name))
      .map(({ name, shape }) => makeValue(graphIds.input, name, shape)),
    makeValue(graphIds.output, output.name, output.shape),
  ]);
}

const nameIds: ReadonlyMap<number, number> = new Map([
  [graphIds.initializer, 8],
  [graphIds.input, 1],
]);

/** Of constants and inputs what is read; notes about shapes in between speak of the whole. */
function isKept(field: Field, read: ReadonlySet<string>): boolean {
  const { id } = field;
  if (id === graphIds.node || id === graphIds.output || id === graphIds.valueInfo) return false;
  const nameId = nameIds.get(id);
  if (nameId === undefined) return true;
  const [name] = bytesOf([field], id).flatMap((bytes) => textsOf(decodeMessage(bytes), nameId));
  return name !== undefined && read.has(name);
}
