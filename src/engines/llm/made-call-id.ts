/** Names of calls for providers that have none; every API takes letters, digits and underscores. */
import { randomUUID } from 'node:crypto';

export const madeCallId = (): string => `call_${randomUUID().replaceAll('-', '')}`;
