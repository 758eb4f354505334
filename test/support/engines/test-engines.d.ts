import type { CreateEngine } from '../../../src/engine-host/hosted-engine.ts';

export const createEngine: CreateEngine;
