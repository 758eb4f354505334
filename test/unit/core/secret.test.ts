import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/core/secret.ts';

describe('Secret', () => {
  it('shows itself nowhere but in reveal', () => {
    const secret = new Secret('token-1');
    const shown = [String(secret), JSON.stringify({ secret }), inspect({ secret })].join(' ');
    expect(shown).not.toContain('token-1');
    expect(secret.reveal()).toBe('token-1');
  });
});
