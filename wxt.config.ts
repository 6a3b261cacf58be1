// How the extension is built, and the manifest that users are asked to trust.
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { allSites } from './lib/sites/all-sites';

/** What the pages of the extension may load and where they may be framed; each part is held by tests/manifest/release.test.ts. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "worker-src 'self'",
  'frame-ancestors https: http://127.0.0.1:* http://localhost:*',
].join('; ');

/**
 * Hosts that are granted from the start. None in the release. `demo` grants the demo inbox on loopback, `test` also the
 * addresses of all sites, since a browser's permission prompt can't be clicked by a test. Nothing else differs.
 */
const grantedHosts: Record<string, string[]> = {
  demo: ['http://127.0.0.1/*'],
  test: [
    'http://127.0.0.1/*',
    'https://*.example/*',
    ...allSites.flatMap(({ hosts }) => hosts.map(host => `https://${host}/*`)),
  ],
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  vite: () => ({
    plugins: [preact()],
    build: { sourcemap: false, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 800 },
  }),
  manifest: ({ browser, mode }) => ({
    name: 'Regulars',
    description: 'Know who is writing: a sidebar that remembers your customers, on this computer only.',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'alarms',
      'contextMenus',
      'notifications',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['*://*/*'],
    host_permissions: [...(grantedHosts[mode] ?? [])],
    incognito: 'not_allowed',
    minimum_chrome_version: '130',
    content_security_policy: { extension_pages: policy },
    action: { default_title: 'Regulars' },
    commands: {
      'toggle-sidebar': {
        suggested_key: { default: 'Alt+Shift+R' },
        description: 'Show or hide the sidebar',
      },
      capture: {
        suggested_key: { default: 'Alt+Shift+C' },
        description: 'Who is on this page?',
      },
      'open-panel': {
        suggested_key: { default: 'Alt+Shift+P' },
        description: "Open the browser's own side panel",
      },
    },
    web_accessible_resources: [
      browser === 'firefox'
        ? { resources: ['sidepanel.html'], matches: ['*://*/*'] }
        : { resources: ['sidepanel.html'], matches: ['*://*/*'], use_dynamic_url: true },
    ],
    browser_specific_settings: {
      gecko: {
        id: 'regulars@regulars.example',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  }),
  hooks: {
    // WXT adds the hosts of scripts that are registered at run time; the release asks for none.
    'build:manifestGenerated': (wxt, manifest) => {
      manifest.host_permissions = [...(grantedHosts[wxt.config.mode] ?? [])];
      if (manifest.host_permissions.length === 0) delete manifest.host_permissions;
      if (wxt.config.browser !== 'firefox') delete manifest.browser_specific_settings;
    },
  },
});
