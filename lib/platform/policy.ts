// The content security policy that the browser enforces on our pages, read where the browser reads it.
import { browser } from 'wxt/browser';

/** The policy of this very installation; empty where its manifest names none. */
export function contentPolicy(): string {
  const policy: unknown = browser.runtime.getManifest().content_security_policy;
  if (typeof policy !== 'object' || policy === null || !('extension_pages' in policy)) return '';
  return typeof policy.extension_pages === 'string' ? policy.extension_pages : '';
}
