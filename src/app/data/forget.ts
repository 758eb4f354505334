/** Removes what came of a person, or of everybody: from the store, its copies, what is in memory, and the sound of replies. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PersonId, Removed } from '../../agent/ports/memory-store.ts';
import type { Config } from '../../config/schema.ts';
import { systemClock } from '../../core/clock.ts';
import type { SpeechCache } from '../../engines/tts/cache.ts';
import { isErrno } from '../../core/errno.ts';
import { copySuffix } from '../../store/sqlite/open-sqlite.ts';
import { migrationCopy, openStore } from '../../store/open-store.ts';
import type { TurnLog } from '../../turns/turn-log.ts';
import { beforeRestore, storePlace } from './backups.ts';
import { type OwnReplies, repliesDir } from '../foresight/own-replies.ts';
import type { RecentDialogue } from '../foresight/recent-dialogue.ts';
import { storeFile, type Stores } from './stores.ts';

export type Forgotten = Removed & {
  /** Spoken replies whose sound was kept: whose they were nobody knows, so all are removed. */
  readonly sounds: number;
  /** Older copies of the store, which can only be removed whole. */
  readonly copies: number;
};

export type Forget = (person: PersonId | null) => Promise<Forgotten>;

export type ForgetParts = {
  readonly config: Config;
  readonly stores: Pick<Stores, 'forget'>;
  readonly turns: TurnLog;
  readonly recent: RecentDialogue;
  readonly replies: OwnReplies;
  readonly cache: Pick<SpeechCache, 'clear'>;
};

/** In a running program. */
export function createForget({ config, stores, turns, recent, replies, cache }: ForgetParts): Forget {
  return async (person) => {
    const removed = await stores.forget(person);
    turns.clear();
    recent.clear();
    replies.clear();
    const copies = await removeCopies(config.directories.data);
    return { ...removed, sounds: (await cache.clear()) + (await removeSounds(config)), copies };
  };
}

/** Also those that nobody plays any more: of a run before the cache was turned off, or of another version. */
async function removeSounds(config: Config): Promise<number> {
  return await removeFrom(repliesDir(config), () => true);
}

/** Where no program runs. @throws StoreError */
export async function forgetOnDisk(config: Config, person: PersonId | null): Promise<Forgotten> {
  const place = storePlace(config);
  await using store = await openStore({ ...place, clock: systemClock });
  const removed = await store.memory.forget(person);
  const sounds = await removeSounds(config);
  return { ...removed, sounds, copies: await removeCopies(config.directories.data) };
}

async function removeCopies(dataDir: string): Promise<number> {
  const { prefix, suffix } = beforeRestore;
  const isCopy = (name: string): boolean =>
    name === `${storeFile}${copySuffix}` ||
    name === migrationCopy ||
    (name.startsWith(prefix) && name.endsWith(suffix));
  return await removeFrom(dataDir, isCopy);
}

async function removeFrom(dir: string, isMeant: (name: string) => boolean): Promise<number> {
  const names = (await namesIn(dir)).filter(isMeant);
  for (const name of names) await rm(join(dir, name), { recursive: true, force: true });
  return names.length;
}

async function namesIn(dir: string): Promise<readonly string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}
