/** Settings of the Wyoming server. */
import { z } from 'zod';

export const wyomingOptions = z.object({
  host: z.string().default('127.0.0.1').meta({
    title: 'Address to listen on',
    description:
      'Loopback by default: Wyoming has no password. Use 0.0.0.0 to serve satellites and Home Assistant on other machines.',
    flag: 'host',
  }),
  port: z.int().min(0).max(65_535).default(10_600).meta({
    title: 'Wyoming port',
    description:
      'One port for wake word, speech-to-text, text-to-speech and conversation; 0 takes a free one.',
    flag: 'port',
  }),
  allow: z.array(z.string()).default([]).meta({
    title: 'Allowed peers',
    description:
      'Addresses and CIDR ranges that may connect, checked before the first byte is read. Empty: everyone who reaches the address.',
  }),
});
