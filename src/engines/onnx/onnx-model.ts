/** A whole ONNX file, taken apart and put together again. */
import {
  graphIds,
  modelGraphId,
  readInitializer,
  readNode,
  readValue,
  type GraphNode,
  type GraphValue,
  type Initializer,
} from './onnx-graph.ts';
import { bytesOf, decodeMessage, encodeMessage, messageField, type Field } from './protobuf.ts';

export type OnnxModel = {
  /** Of the file, the graph among them. */
  readonly fields: readonly Field[];
  readonly graph: readonly Field[];
  /** Each one after those it reads from, as the format demands. */
  readonly nodes: readonly GraphNode[];
  readonly constants: ReadonlyMap<string, Initializer>;
  /** What is given at run time, in order. */
  readonly inputs: readonly GraphValue[];
  readonly outputs: readonly GraphValue[];
};

/** @throws EngineError `MODEL_CORRUPT` when the bytes are no protobuf message. */
export function readModel(bytes: Uint8Array): OnnxModel {
  const fields = decodeMessage(bytes);
  const graph = decodeMessage(bytesOf(fields, modelGraphId)[0] ?? new Uint8Array());
  const initializers = bytesOf(graph, graphIds.initializer).map(readInitializer);
  const constants = new Map(initializers.map((value) => [value.name, value]));
  return {
    fields,
    graph,
    nodes: bytesOf(graph, graphIds.node).map(readNode),
    constants,
    // Old files declare their constants as inputs too.
    inputs: bytesOf(graph, graphIds.input)
      .map(readValue)
      .filter(({ name }) => !constants.has(name)),
    outputs: bytesOf(graph, graphIds.output).map(readValue),
  };
}

/** The file with another graph in it. */
export function writeModel({ fields }: OnnxModel, graph: readonly Field[]): Uint8Array {
  const others = fields.filter((field) => field.id !== modelGraphId);
  return encodeMessage([...others, messageField(modelGraphId, graph)]);
}
