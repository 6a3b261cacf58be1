// Lets Node load the project's TypeScript: imports there have no endings.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith('.') || context.parentURL === undefined) return next(specifier, context);
    const typed = new URL(`${specifier}.ts`, context.parentURL);
    return next(existsSync(fileURLToPath(typed)) ? typed.href : specifier, context);
  },
});
