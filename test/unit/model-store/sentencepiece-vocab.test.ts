import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPieces, toVocab } from '../../../src/model-store/sentencepiece-vocab.ts';
import { describeReal, modelsDir } from '../../support/real-models.ts';

/** `ModelProto { pieces { piece: "▁a" score: -1.5 } }` */
const onePiece = Buffer.from([0x0a, 0x0b, 0x0a, 0x04, 0xe2, 0x96, 0x81, 0x61, 0x15, 0x00, 0x00, 0xc0, 0xbf]);

describe('readPieces', () => {
  it('reads a piece and its score', () => {
    expect(readPieces(onePiece)).toEqual([{ piece: '▁a', score: -1.5 }]);
  });

  it('skips fields it does not need', () => {
    const extra = Buffer.from([0x12, 0x02, 0x08, 0x01, 0x18, 0x05]);
    expect(readPieces(Buffer.concat([onePiece, extra]))).toHaveLength(1);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a message cut in the middle', onePiece.subarray(0, 9)],
    ['text', Buffer.from('hello world, this is no model')],
  ])('refuses %s', (_, bytes) => {
    expect(() => readPieces(bytes)).toThrow(expect.objectContaining({ code: 'MODEL_CORRUPT' }));
  });
});

const folder = 'models/stt-kws/zipformer-gigaspeech-3.3M-mobile';
describeReal('a real sentencepiece model', [`${folder}/bpe.model`, `${folder}/bpe.vocab`], () => {
  it('gives the piece list that sentencepiece itself exports', async () => {
    const directory = join(modelsDir, 'stt-kws/zipformer-gigaspeech-3.3M-mobile');
    const vocab = toVocab(readPieces(await readFile(join(directory, 'bpe.model'))));
    expect(vocab).toBe(await readFile(join(directory, 'bpe.vocab'), 'utf8'));
  });
});
