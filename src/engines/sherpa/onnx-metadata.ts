/** The notes an ONNX file carries beside its graph: sherpa-onnx takes a voice's sample rate and speakers from them. */
import { open } from 'node:fs/promises';
import { headBytes, readField } from './onnx-file.ts';

/** `ModelProto.metadata_props`: messages of a key (field 1) and a value (field 2). */
const metadataField = 14;
const keyField = 1;
const valueField = 2;

/** Real entries are words and URLs; a longer one is a damaged length, not worth the memory. */
const maxEntryBytes = 1 << 20;

/** All entries, in file order; reads nothing of the graph. Stops at the first byte that is no field. */
export async function readOnnxMetadata(path: string): Promise<ReadonlyMap<string, string>> {
  const entries = new Map<string, string>();
  const file = await open(path);
  try {
    const { size } = await file.stat();
    for (let offset = 0; offset < size;) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(headBytes), 0, headBytes, offset);
      const field = readField(buffer.subarray(0, bytesRead));
      if (field === undefined) break;
      const bodyBytes = field.lengthBytes - field.headBytes;
      if (field.number === metadataField && bodyBytes <= maxEntryBytes) {
        const body = await file.read(new Uint8Array(bodyBytes), 0, bodyBytes, offset + field.headBytes);
        const strings = readStrings(body.buffer.subarray(0, body.bytesRead));
        entries.set(strings.get(keyField) ?? '', strings.get(valueField) ?? '');
      }
      offset += field.lengthBytes;
    }
  } finally {
    await file.close();
  }
  return entries;
}

function readStrings(message: Uint8Array): ReadonlyMap<number, string> {
  const strings = new Map<number, string>();
  for (let offset = 0; offset < message.length;) {
    const field = readField(message.subarray(offset));
    if (field === undefined) break;
    const body = message.subarray(offset + field.headBytes, offset + field.lengthBytes);
    strings.set(field.number, new TextDecoder().decode(body));
    offset += field.lengthBytes;
  }
  return strings;
}
