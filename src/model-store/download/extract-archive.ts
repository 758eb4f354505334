/** Unpacks the wanted files of a `.tar.bz2`. Meant for a worker: bzip2 keeps a thread busy for seconds. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { Unpack } from 'tar';
import unbzip2 from 'unbzip2-stream';
import { ConfigError } from '../../core/errors.ts';
import { judgeEntry } from './archive-entry.ts';

export type ExtractOptions = {
  readonly archivePath: string;
  /** An existing directory the files are put below. */
  readonly into: string;
  /** Paths below the archive's top directory; one that ends in `/` keeps everything below it. */
  readonly keep: readonly string[];
};

/** Weights hardly shrink and text shrinks by ten; more is an archive made to fill the disk. */
const maxExpansion = 30;
/** Padding alone lets a tiny archive grow a hundred times; below this size nothing is worth refusing. */
const alwaysAllowedBytes = 1_000_000;

/** @throws ConfigError `MODEL_CORRUPT` for an archive that tries to leave its directory; an Error for a damaged one. */
export async function extractArchive(options: ExtractOptions): Promise<void> {
  const { archivePath, into, keep } = options;
  let refusal: string | undefined;
  const unpack = new Unpack({
    cwd: into,
    strict: true,
    // Owners and times of the packager mean nothing here.
    preserveOwner: false,
    noMtime: true,
    filter: (name, entry) => {
      const verdict = judgeEntry(name, 'type' in entry ? entry.type : 'File', keep);
      if (verdict.kind === 'refuse') refusal ??= verdict.reason;
      if (verdict.kind !== 'keep' || refusal !== undefined) return false;
      // The release's own top directory is dropped.
      if ('path' in entry) entry.path = verdict.path;
      return true;
    },
  });
  const limitBytes = Math.max((await stat(archivePath)).size * maxExpansion, alwaysAllowedBytes);
  await Promise.all([once(unpack, 'close'), feed(unpack, archivePath, limitBytes, () => refusal)]);
  if (refusal !== undefined) throw refused(refusal);
}

async function feed(
  unpack: Unpack,
  archivePath: string,
  limitBytes: number,
  refusal: () => string | undefined,
): Promise<void> {
  const archive = createReadStream(archivePath);
  const content = new PassThrough();
  // Errors do not travel along pipes.
  const decoder = archive.pipe(unbzip2());
  const fail = (error: Error) => void content.destroy(error);
  archive.once('error', fail);
  decoder.once('error', fail);
  decoder.pipe(content);
  let unpackedBytes = 0;
  try {
    for await (const chunk of content) {
      unpackedBytes += chunk.length;
      if (unpackedBytes > limitBytes) throw refused(`it unpacks to more than ${limitBytes} bytes`);
      if (!unpack.write(chunk)) await once(unpack, 'drain');
      const reason = refusal();
      if (reason !== undefined) throw refused(reason);
    }
  } finally {
    archive.destroy();
  }
  unpack.end();
}

const refused = (reason: string): ConfigError =>
  new ConfigError('MODEL_CORRUPT', `archive refused: ${reason}`);
