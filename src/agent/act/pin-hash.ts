/** The household's code as it is kept: a salted scrypt hash, from which it can not be read back. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { ConfigError } from '../../core/errors.ts';
import { minCodeDigits } from '../understand/spoken-code.ts';

const derive = promisify<string, Buffer, number, ScryptCost, Buffer>(scrypt);

type ScryptCost = { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number };

/** A few tens of milliseconds and 32 MB for each try; OWASP's advice for interactive use. */
const cost = { logN: 15, r: 8, p: 1 } as const;
const keyBytes = 32;
const maxCodeDigits = 12;

/** @throws ConfigError `CONFIG_INVALID` for what can not be spoken as a code. */
export async function hashPin(pin: string): Promise<string> {
  if (!/^\d+$/.test(pin) || pin.length < minCodeDigits || pin.length > maxCodeDigits)
    throw new ConfigError(
      'CONFIG_INVALID',
      `a code has ${minCodeDigits} to ${maxCodeDigits} digits and nothing else`,
    );
  const salt = randomBytes(16);
  const key = await derive(pin, salt, keyBytes, costOf(cost.logN, cost.r, cost.p));
  return ['scrypt', cost.logN, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join(
    '$',
  );
}

/** Compares in constant time. False for a line that is no hash of ours. */
export async function isPin(pin: string, hash: string): Promise<boolean> {
  const fields = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]+)$/.exec(hash);
  if (!fields) return false;
  const [, logN = '', r = '', p = '', salt = '', key = ''] = fields;
  const expected = Buffer.from(key, 'base64url');
  if (Number(logN) > maxLogN || expected.length === 0) return false;
  const actual = await derive(
    pin,
    Buffer.from(salt, 'base64url'),
    expected.length,
    costOf(Number(logN), Number(r), Number(p)),
  );
  return timingSafeEqual(actual, expected);
}

/** A damaged file must not take the machine's memory: 128 MB with 8 blocks. */
const maxLogN = 17;

function costOf(logN: number, r: number, p: number): ScryptCost {
  const N = 2 ** logN;
  return { N, r, p, maxmem: 256 * N * r };
}
