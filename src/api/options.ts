/** Settings of the HTTP interface. */
import { z } from 'zod';

export const apiOptions = z.object({
  host: z.string().default('127.0.0.1').meta({
    title: 'HTTP address to listen on',
    description:
      'Loopback by default. Use 0.0.0.0 when Home Assistant runs on another machine; every request but /health needs the token.',
  }),
  port: z.int().min(0).max(65_535).default(10_680).meta({
    title: 'HTTP port',
    description: 'The conversation interface, health and metrics; 0 takes a free one.',
  }),
  names: z.array(z.string()).default([]).meta({
    title: 'Names of this server',
    description:
      'Host names by which clients may reach the HTTP interface, for example hearken.lan; localhost and addresses always may. Other names are refused, so that no web page can reach in by a name of its own.',
  }),
});
