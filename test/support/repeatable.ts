/** In CI generated examples are the same in every run: what passed passes again. Elsewhere each run tries others. */
import * as fc from 'fast-check';

if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 1 });
