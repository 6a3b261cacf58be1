// Zod without generated code: the pages' policy forbids eval. Imported before the first schema.
import { z } from 'zod';

z.config({ jitless: true });
