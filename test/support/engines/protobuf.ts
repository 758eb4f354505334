/** Fields of protobuf messages, as bytes. */

const varintType = 0n;
const bytesType = 2n;
const float32Type = 5n;

export function intField(number: number, value: bigint): Uint8Array {
  return Buffer.concat([tag(number, varintType), varint(value)]);
}

export function floatField(number: number, value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Buffer.concat([tag(number, float32Type), bytes]);
}

/** A message or raw bytes. */
export function bytesField(number: number, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([tag(number, bytesType), varint(BigInt(bytes.length)), bytes]);
}

export function stringField(number: number, text: string): Uint8Array {
  return bytesField(number, Buffer.from(text));
}

function tag(number: number, type: bigint): Uint8Array {
  return varint((BigInt(number) << 3n) | type);
}

/** Negative numbers as their 64-bit two's complement, as protobuf's int64 does. */
function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest === 0n ? low : low | 0x80);
  } while (rest !== 0n);
  return Uint8Array.from(bytes);
}
