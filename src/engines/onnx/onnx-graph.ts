/** The parts of an ONNX file that rewriting a graph reads and writes. Field ids: onnx.proto3. */
import { bytesOf, decodeMessage, intField, intsOf, messageField, textField, textsOf } from './protobuf.ts';
import type { Field } from './protobuf.ts';

export const modelGraphId = 7;
export const graphIds = { node: 1, initializer: 5, input: 11, output: 12, valueInfo: 13 } as const;

/** `TensorProto.DataType`. */
export const elementTypes = { float32: 1, uint8: 2, int8: 3, int32: 6, int64: 7 } as const;

const { float32: floatType, int64: int64Type } = elementTypes;

export type GraphNode = {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Integer attributes, single ones as a list of one. */
  readonly ints: ReadonlyMap<string, readonly number[]>;
  readonly texts: ReadonlyMap<string, string>;
  /** The value of a `Constant` that is a tensor. */
  readonly tensor?: Initializer;
  /** Names that the graphs inside the node (branches, loop bodies) may read from around it. */
  readonly captured: readonly string[];
  readonly fields: readonly Field[];
};

export function readNode(bytes: Uint8Array): GraphNode {
  const fields = decodeMessage(bytes);
  const ints = new Map<string, readonly number[]>();
  const texts = new Map<string, string>();
  const captured: string[] = [];
  let tensor: Initializer | undefined;
  for (const attribute of bytesOf(fields, 5).map(decodeMessage)) {
    const name = textsOf(attribute, 1)[0] ?? '';
    ints.set(name, [...intsOf(attribute, 8), ...intsOf(attribute, 3)]);
    const [text] = textsOf(attribute, 4);
    if (text !== undefined) texts.set(name, text);
    const [value] = bytesOf(attribute, 5);
    if (value !== undefined) tensor = readInitializer(value);
    for (const graph of [...bytesOf(attribute, 6), ...bytesOf(attribute, 11)])
      captured.push(...readBy(graph));
  }
  return {
    op: textsOf(fields, 4)[0] ?? '',
    inputs: textsOf(fields, 1),
    outputs: textsOf(fields, 2),
    ints,
    texts,
    ...(tensor && { tensor }),
    captured,
    fields,
  };
}

/** Every name that a graph's nodes read, or that it gives back. */
function readBy(graph: Uint8Array): string[] {
  const fields = decodeMessage(graph);
  const nodes = bytesOf(fields, graphIds.node).map(readNode);
  const outputs = bytesOf(fields, graphIds.output).map((value) => readValue(value).name);
  return [...nodes.flatMap((node) => [...node.inputs, ...node.captured]), ...outputs];
}

/** The node with its first input read from another value. */
export function withFirstInput(node: GraphNode, input: string): Field {
  const inputs = [input, ...node.inputs.slice(1)].map((name) => textField(1, name));
  return messageField(graphIds.node, [...inputs, ...node.fields.filter((field) => field.id !== 1)]);
}

export function makeNode(
  op: string,
  inputs: readonly string[],
  output: string,
  attributes: Readonly<Record<string, number>> = {},
): Field {
  return messageField(graphIds.node, [
    ...inputs.map((name) => textField(1, name)),
    textField(2, output),
    textField(4, op),
    ...Object.entries(attributes).map(([name, value]) =>
      messageField(5, [textField(1, name), intField(3, value), intField(20, 2)]),
    ),
  ]);
}

export type Initializer = {
  readonly name: string;
  /** One of `elementTypes`, or another of `TensorProto.DataType`. */
  readonly type: number;
  readonly dims: readonly number[];
  readonly ints: readonly number[];
};

/** Name and shape of a constant, and its values when they are 64-bit integers. */
export function readInitializer(bytes: Uint8Array): Initializer {
  const fields = decodeMessage(bytes);
  const raw = bytesOf(fields, 9)[0];
  const type = intsOf(fields, 2)[0] ?? 0;
  const isInt = type === int64Type;
  return {
    name: textsOf(fields, 8)[0] ?? '',
    type,
    dims: intsOf(fields, 1),
    ints: isInt ? (raw ? fromRawInts(raw) : intsOf(fields, 7)) : [],
  };
}

function fromRawInts(raw: Uint8Array): number[] {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  return Array.from({ length: Math.floor(raw.byteLength / 8) }, (_, i) =>
    Number(view.getBigInt64(i * 8, true)),
  );
}

/** The values of a constant of floats or of bytes; undefined for another type. */
export function readNumbers(bytes: Uint8Array | undefined): Float32Array | undefined {
  const fields = decodeMessage(bytes ?? new Uint8Array());
  const type = intsOf(fields, 2)[0];
  const [raw] = bytesOf(fields, 9);
  // Copies: views of other types want their bytes aligned, and a file's bytes may be a Node buffer, a view itself.
  if (type === elementTypes.uint8) return Float32Array.from(raw ?? intsOf(fields, 5));
  if (type === elementTypes.int8) return Float32Array.from(raw ? Int8Array.from(raw) : intsOf(fields, 5));
  if (type !== elementTypes.float32) return undefined;
  return new Float32Array(Uint8Array.from(raw ?? Buffer.concat(bytesOf(fields, 4))).buffer);
}

/** A constant list of 64-bit integers. */
export function makeInts(name: string, values: readonly number[]): Field {
  return messageField(graphIds.initializer, [
    intField(1, values.length),
    intField(2, int64Type),
    textField(8, name),
    ...values.map((value) => intField(7, value)),
  ]);
}

/** Declares a float tensor as input or output of the graph; a size of 0 is known only at run time. */
export function makeValue(id: number, name: string, shape: readonly number[]): Field {
  const dims = shape.map((size) => messageField(1, size === 0 ? [] : [intField(1, size)]));
  const tensor = [intField(1, floatType), messageField(2, dims)];
  return messageField(id, [textField(1, name), messageField(2, [messageField(1, tensor)])]);
}

export type GraphValue = {
  readonly name: string;
  /** One of `elementTypes`, or another of `TensorProto.DataType`. */
  readonly type: number;
  /** A size that is known only at run time is 0. */
  readonly shape: readonly number[];
};

export function readValue(bytes: Uint8Array): GraphValue {
  const fields = decodeMessage(bytes);
  const tensor = nested(bytesOf(fields, 2), 1);
  const type = tensor.flatMap((message) => intsOf(decodeMessage(message), 1))[0] ?? 0;
  const dims = nested(nested(tensor, 2), 1).map((dim) => intsOf(decodeMessage(dim), 1)[0] ?? 0);
  return { name: textsOf(fields, 1)[0] ?? '', type, shape: dims };
}

/** A field of each of the messages. */
function nested(messages: readonly Uint8Array[], id: number): Uint8Array[] {
  return messages.flatMap((message) => bytesOf(decodeMessage(message), id));
}
