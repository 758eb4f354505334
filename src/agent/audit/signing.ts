/** Signed checkpoints: what was signed can not be changed later without the key. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Checkpoint } from '../ports/audit-store.ts';

export type SigningKey = {
  /** Names the chain that this key signs: the first digits of the public key's SHA-256. */
  readonly chain: string;
  readonly publicKey: KeyObject;
  readonly sign: (checkpoint: Omit<Checkpoint, 'signature'>) => Checkpoint;
};

/** An Ed25519 private key in one line: PKCS 8, base64. */
export function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

/** @throws Error when the line is no such key. */
export function readSigningKey(line: string): SigningKey {
  const privateKey = createPrivateKey({ key: Buffer.from(line, 'base64'), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const chain = createHash('sha256').update(spki).digest('hex').slice(0, 16);
  return {
    chain,
    publicKey,
    sign: (checkpoint) => {
      const signature = sign(null, signedText(chain, checkpoint), privateKey).toString('base64url');
      return { ...checkpoint, signature };
    },
  };
}

export function isSigned(chain: string, checkpoint: Checkpoint, publicKey: KeyObject): boolean {
  const signature = Buffer.from(checkpoint.signature, 'base64url');
  return verify(null, signedText(chain, checkpoint), publicKey, signature);
}

function signedText(chain: string, { seq, hash, atMs, kind }: Omit<Checkpoint, 'signature'>): Buffer {
  return Buffer.from(['hearken audit', chain, kind, seq, hash, atMs].join('\n'));
}
