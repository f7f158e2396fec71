import { z } from 'zod';

// zod compiles parsers with `new Function` where it may; a strict CSP forbids it and logs the attempt. Imported before any schema.
z.config({ jitless: true });
