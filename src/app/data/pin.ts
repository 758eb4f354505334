/** The household's code: a hash in the data directory, and the count of wrong ones. */
import { createPinCheck, type PinCheck } from '../../agent/act/pin-check.ts';
import type { PolicySettings } from '../../agent/act/options.ts';
import { hashPin } from '../../agent/act/pin-hash.ts';
import type { PinLockStore, WrongPins } from '../../agent/ports/pin-lock-store.ts';
import type { Clock } from '../../core/clock.ts';
import { toError } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import { openDataDirectory, readDataFile, removeDataFile, writeDataFile } from './data-files.ts';

/** In the data directory, readable by its owner alone. */
export const pinFile = 'pin';

/** From the next sentence on, also in a running program. @throws ConfigError for what is no code. */
export async function setPin(dataDir: string, pin: string): Promise<void> {
  const hash = await hashPin(pin);
  await openDataDirectory(dataDir);
  await writeDataFile(dataDir, pinFile, hash);
}

export async function clearPin(dataDir: string): Promise<void> {
  await removeDataFile(dataDir, pinFile);
}

/** Where the store can not count, this process does. */
export function openPinCheck(
  dataDir: string,
  { locks = memoryLocks(), clock }: { readonly locks?: PinLockStore | undefined; readonly clock: Clock },
): PinCheck {
  return createPinCheck({ readHash: () => readDataFile(dataDir, pinFile), locks, clock });
}

/** Devices behind a code that nobody set would never obey: told at the start, not at the door. Never fails. */
export async function warnWithoutPin(
  { pinEntities }: Pick<PolicySettings, 'pinEntities'>,
  dataDir: string,
  log: Logger,
): Promise<void> {
  if (pinEntities.length === 0) return;
  try {
    if ((await readDataFile(dataDir, pinFile)) === undefined)
      log.warn('policy.pin_entities need a code and none is set: "hearken pin set" sets it');
  } catch (error) {
    log.error('policy.pin_entities need a code and it can not be read', { reason: toError(error).message });
  }
}

/** One per place codes are spoken at: satellites and users of one house. */
function memoryLocks(): PinLockStore {
  const wrong = new Map<string, WrongPins>();
  return {
    load: async (source) => wrong.get(source),
    save: async (source, count) => void wrong.set(source, count),
    remove: async (source) => void wrong.delete(source),
  };
}
