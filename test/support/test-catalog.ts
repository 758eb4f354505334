/** A small catalogue whose files a test server has. */
import { createHash } from 'node:crypto';
import { catalogSchema, type Catalog } from '../../src/model-store/catalog.ts';
import * as archives from './archives.ts';
import type { FileServer } from './file-server.ts';

export const sha256Of = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');
const digest = (body: Uint8Array) => ({ bytes: body.byteLength, sha256: sha256Of(body) });

export const vadBody = Buffer.alloc(200_000, 'vad');

const common = {
  licence: 'MIT',
  attribution: { name: 'Someone', url: 'https://example.org' },
  commercialUse: 'yes',
};

/** `vad` is a plain file, `voice` an archive, `unhashed` a plain file nobody knows the hash of. */
export function testCatalog(origin: string): Catalog {
  return catalogSchema.parse({
    defaults: { every: ['vad'], stt: {}, sttSmallMachine: {}, tts: { en: 'voice' } },
    models: [
      {
        ...common,
        id: 'vad',
        engine: 'silero-vad',
        description: 'A detector',
        languages: [],
        files: { model: 'vad.onnx' },
        downloads: [{ url: `${origin}/vad.onnx`, as: 'vad.onnx', accept: [digest(vadBody)] }],
      },
      {
        ...common,
        id: 'voice',
        engine: 'sherpa-vits',
        description: 'A voice',
        languages: ['en-US'],
        files: { model: 'voice.onnx', tokens: 'tokens.txt', dataDir: 'espeak-ng-data' },
        licenceNote: 'Brings data under another licence.',
        downloads: [{ url: `${origin}/voice.tar.bz2`, accept: [digest(archives.voice)] }],
      },
      {
        ...common,
        id: 'unhashed',
        engine: 'gtcrn',
        description: 'A denoiser',
        languages: [],
        files: { model: 'gtcrn.onnx' },
        downloads: [{ url: `${origin}/gtcrn.onnx`, as: 'gtcrn.onnx', accept: [] }],
      },
    ],
  });
}

export function serveTestCatalog(server: FileServer): Catalog {
  server.serve('/vad.onnx', { body: vadBody });
  server.serve('/voice.tar.bz2', { body: archives.voice });
  server.serve('/gtcrn.onnx', { body: Buffer.from('denoiser') });
  return testCatalog(server.origin);
}
