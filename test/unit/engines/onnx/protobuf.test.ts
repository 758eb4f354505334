import { assert, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeMessage,
  encodeMessage,
  intField,
  intsOf,
  textField,
  textsOf,
} from '../../../../src/engines/onnx/protobuf.ts';
import { tinyEmbedding } from '../../../support/engines/tiny-wake-models.ts';

describe('decodeMessage', () => {
  it('reads back every byte that encodeMessage wrote', () => {
    const model = tinyEmbedding();
    expect(Buffer.compare(encodeMessage(decodeMessage(model)), model)).toBe(0);
  });

  it('refuses a message that ends within a field', () => {
    const bytes = encodeMessage([textField(3, 'hearken')]);
    for (let length = 1; length < bytes.length; length += 1)
      expect(() => decodeMessage(bytes.subarray(0, length))).toThrow('not a protobuf message');
  });

  it('answers any bytes with fields or an error of ours', () => {
    assert(
      property(uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          return Array.isArray(decodeMessage(bytes));
        } catch (error) {
          return error instanceof Error && error.message === 'not a protobuf message';
        }
      }),
    );
  });
});

describe('intsOf', () => {
  it.each([0, 1, 127, 128, 300, -1, -2_147_483_648, Number.MAX_SAFE_INTEGER])('keeps %i', (value) => {
    expect(intsOf(decodeMessage(encodeMessage([intField(7, value)])), 7)).toEqual([value]);
  });

  it('reads a packed list', () => {
    const packed = { id: 8, wire: 2, bytes: Uint8Array.of(1, 0xac, 0x02, 0) } as const;
    expect(intsOf([packed], 8)).toEqual([1, 300, 0]);
  });
});

describe('textsOf', () => {
  it('gives all texts of a field in their order', () => {
    expect(textsOf([textField(1, 'ä'), textField(2, 'b'), textField(1, 'c')], 1)).toEqual(['ä', 'c']);
  });
});
