import { expect, it } from 'vitest';
import * as api from '../../src/index.ts';

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toEqual([
    'Connection',
    'EventDecoder',
    'ProtocolError',
    'TransportError',
    'WyomingError',
    'connect',
    'createInfo',
    'defaultLimits',
    'diagnosticsChannels',
    'encodeEvent',
    'eventDefinitions',
    'isProtocolError',
    'isTransportError',
    'isWyomingError',
    'parseUri',
    'protocolErrorCodes',
    'protocolVersion',
    'serve',
    'transportErrorCodes',
  ]);
});
