// How the extension is built, and the manifest that users are asked to trust.
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

export default defineConfig({
  imports: false,
  vite: () => ({ plugins: [preact()] }),
  manifest: { name: 'Regulars', description: 'x' },
});
