/**
 * Sounds on disk, bounded in size and age, with the ones used last in memory. Keys are hashes and files hold
 * samples only, so the directory does not tell what was said. Several processes may share it: entries appear by
 * rename, and whatever can not be read is a miss.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock, type Clock } from '../../core/clock.ts';
import { decodeEntry, encodeEntry } from './cache-entry.ts';
import type { SpeechChunk } from './engine.ts';

const entrySuffix = '.speech';
const tempSuffix = '.tmp';

/** About three minutes of speech: the replies of a usual evening. */
const maxMemoryBytes = 8 << 20;

/** No write takes this long: an older unfinished file was left by a crash. */
const staleTempMs = 3_600_000;

export type CacheStoreOptions = {
  readonly dir: string;
  readonly maxBytes: number;
  readonly maxAgeMs: number;
  readonly clock?: Clock;
};

type Entry = { readonly bytes: number; readonly writtenMs: number };

export class CacheStore {
  readonly #options: CacheStoreOptions;
  readonly #clock: Clock;
  /** Both: least recently used first. */
  readonly #entries = new Map<string, Entry>();
  readonly #memory = new Map<string, SpeechChunk>();
  #totalBytes = 0;
  #memoryBytes = 0;

  private constructor(options: CacheStoreOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  /** Makes the directory (private to the user) and learns what is in it. @throws a file system error. */
  static async open(options: CacheStoreOptions): Promise<CacheStore> {
    const store = new CacheStore(options);
    await mkdir(options.dir, { recursive: true, mode: 0o700 });
    await store.#scan();
    await store.#shrink();
    return store;
  }

  /** As far as is known without looking at the disk. */
  has(key: string): boolean {
    const entry = this.#entries.get(key);
    return entry !== undefined && this.#clock.now() - entry.writtenMs <= this.#options.maxAgeMs;
  }

  async get(key: string): Promise<SpeechChunk | undefined> {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (this.#clock.now() - entry.writtenMs > this.#options.maxAgeMs) {
      await this.#remove(key);
      return undefined;
    }
    const chunk = this.#memory.get(key) ?? (await this.#read(key));
    if (chunk === undefined) {
      await this.#remove(key);
      return undefined;
    }
    touch(this.#entries, key, entry);
    this.#remember(key, chunk);
    return { ...chunk, samples: chunk.samples.slice() };
  }

  /** @throws a file system error; the sound is then still answered from memory until the program ends. */
  async put(key: string, chunk: SpeechChunk): Promise<void> {
    const bytes = encodeEntry(chunk);
    if (bytes.length > this.#options.maxBytes) return;
    this.#forget(key);
    this.#entries.set(key, { bytes: bytes.length, writtenMs: this.#clock.now() });
    this.#totalBytes += bytes.length;
    this.#remember(key, { ...chunk, samples: chunk.samples.slice() });
    const temp = join(this.#options.dir, `${key}.${randomUUID()}${tempSuffix}`);
    try {
      await writeFile(temp, bytes, { mode: 0o600 });
      await rename(temp, this.#path(key));
    } catch (cause) {
      await rm(temp, { force: true });
      throw cause;
    }
    await this.#shrink();
  }

  /** Removes every sound, other processes' too; resolves with their number. */
  async clear(): Promise<number> {
    this.#entries.clear();
    this.#memory.clear();
    this.#totalBytes = 0;
    this.#memoryBytes = 0;
    const names = (await readdir(this.#options.dir)).filter((name) => name.endsWith(entrySuffix));
    for (const name of names) await rm(join(this.#options.dir, name), { force: true });
    return names.length;
  }

  async #scan(): Promise<void> {
    const found: [key: string, entry: Entry][] = [];
    for (const name of await readdir(this.#options.dir)) {
      const path = join(this.#options.dir, name);
      const { size, mtimeMs } = await stat(path);
      if (name.endsWith(entrySuffix))
        found.push([name.slice(0, -entrySuffix.length), { bytes: size, writtenMs: mtimeMs }]);
      else if (name.endsWith(tempSuffix) && this.#clock.now() - mtimeMs > staleTempMs)
        await rm(path, { force: true });
    }
    for (const [key, entry] of found.sort(([, a], [, b]) => a.writtenMs - b.writtenMs)) {
      this.#entries.set(key, entry);
      this.#totalBytes += entry.bytes;
    }
  }

  async #read(key: string): Promise<SpeechChunk | undefined> {
    const bytes = await readFile(this.#path(key)).catch(() => undefined);
    return bytes && decodeEntry(bytes);
  }

  async #shrink(): Promise<void> {
    for (const key of this.#entries.keys()) {
      if (this.#totalBytes <= this.#options.maxBytes) return;
      await this.#remove(key);
    }
  }

  async #remove(key: string): Promise<void> {
    this.#forget(key);
    await rm(this.#path(key), { force: true });
  }

  #forget(key: string): void {
    this.#totalBytes -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
    this.#memoryBytes -= this.#memory.get(key)?.samples.byteLength ?? 0;
    this.#memory.delete(key);
  }

  #remember(key: string, chunk: SpeechChunk): void {
    if (!this.#memory.has(key)) this.#memoryBytes += chunk.samples.byteLength;
    touch(this.#memory, key, chunk);
    for (const [oldest, { samples }] of this.#memory) {
      if (this.#memoryBytes <= maxMemoryBytes) return;
      this.#memory.delete(oldest);
      this.#memoryBytes -= samples.byteLength;
    }
  }

  #path(key: string): string {
    return join(this.#options.dir, `${key}${entrySuffix}`);
  }
}

/** Makes the key the most recently used one. */
function touch<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
}
