/** Writes small ONNX models, so that tests can load real files through real runtimes without real weights. */
import { bytesField, floatField, intField, stringField } from './protobuf.ts';

export type OnnxType = 'float32' | 'uint8' | 'int8' | 'int32' | 'int64';

export type OnnxValue = {
  readonly name: string;
  readonly type: OnnxType;
  /** A string is a dimension that is known only at run time. */
  readonly shape: readonly (number | string)[];
};

export type OnnxTensor = {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array | Uint8Array | Int8Array | Int32Array | BigInt64Array;
};

/** An attribute is a float, an integer (as bigint), a text, a list of integers, or a tensor. */
export type OnnxAttribute = number | bigint | string | readonly bigint[] | OnnxTensor;

export type OnnxNode = {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
};

export type OnnxModel = {
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly nodes: readonly OnnxNode[];
  readonly constants?: readonly OnnxTensor[];
  /** Notes beside the graph, which sherpa-onnx reads its settings from. */
  readonly metadata?: Readonly<Record<string, string>>;
};

/** `TensorProto.DataType`. */
export const onnxTypeIds = { float32: 1n, uint8: 2n, int8: 3n, int32: 6n, int64: 7n } as const;

/** Both old enough for every runtime in use. */
const irVersion = 8n;
const opsetVersion = 17n;

/** The bytes of a `ModelProto`; field numbers are those of onnx.proto. */
export function onnxModel(model: OnnxModel): Uint8Array {
  const graph = Buffer.concat([
    ...model.nodes.map((node) => bytesField(1, nodeProto(node))),
    stringField(2, 'test'),
    ...(model.constants ?? []).map((tensor) => bytesField(5, tensorProto(tensor))),
    ...model.inputs.map((value) => bytesField(11, valueInfo(value))),
    ...model.outputs.map((value) => bytesField(12, valueInfo(value))),
  ]);
  return Buffer.concat([
    intField(1, irVersion),
    stringField(2, 'hearken-test'),
    bytesField(7, graph),
    bytesField(8, intField(2, opsetVersion)),
    ...Object.entries(model.metadata ?? {}).map(([key, value]) =>
      bytesField(14, Buffer.concat([stringField(1, key), stringField(2, value)])),
    ),
  ]);
}

function nodeProto(node: OnnxNode): Uint8Array {
  return Buffer.concat([
    ...node.inputs.map((name) => stringField(1, name)),
    ...node.outputs.map((name) => stringField(2, name)),
    stringField(4, node.op),
    ...Object.entries(node.attributes ?? {}).map(([name, value]) =>
      bytesField(5, Buffer.concat([stringField(1, name), attributeValue(value)])),
    ),
  ]);
}

/** The value's field, then `AttributeProto.type`. */
function attributeValue(value: OnnxAttribute): Uint8Array {
  if (typeof value === 'number') return Buffer.concat([floatField(2, value), intField(20, 1n)]);
  if (typeof value === 'bigint') return Buffer.concat([intField(3, value), intField(20, 2n)]);
  if (typeof value === 'string') return Buffer.concat([stringField(4, value), intField(20, 3n)]);
  if ('data' in value) return Buffer.concat([bytesField(5, tensorProto(value)), intField(20, 4n)]);
  return Buffer.concat([...value.map((item) => intField(8, item)), intField(20, 7n)]);
}

function tensorProto({ name, shape, data }: OnnxTensor): Uint8Array {
  return Buffer.concat([
    ...shape.map((size) => intField(1, BigInt(size))),
    intField(2, onnxTypeIds[typeOf(data)]),
    stringField(8, name),
    bytesField(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  ]);
}

function typeOf(data: OnnxTensor['data']): OnnxType {
  if (data instanceof Float32Array) return 'float32';
  if (data instanceof Uint8Array) return 'uint8';
  if (data instanceof Int8Array) return 'int8';
  return data instanceof Int32Array ? 'int32' : 'int64';
}

function valueInfo({ name, type, shape }: OnnxValue): Uint8Array {
  const dimensions = shape.map((size) =>
    bytesField(1, typeof size === 'number' ? intField(1, BigInt(size)) : stringField(2, size)),
  );
  const tensorType = Buffer.concat([
    intField(1, onnxTypeIds[type]),
    bytesField(2, Buffer.concat(dimensions)),
  ]);
  return Buffer.concat([stringField(1, name), bytesField(2, bytesField(1, tensorType))]);
}
