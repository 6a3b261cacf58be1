// The tabs with a sidebar: known in the same turn, over the death of the background, and only where it really stands.
import { beforeEach, describe, expect, it } from 'vitest';
import { SidebarTabs } from '../../lib/platform/sidebar-tabs';

const webmail = 'https://mail.norte.example';

describe('tabs with a sidebar', () => {
  beforeEach(() => localStorage.clear());

  it('are known to a background that was ended and woke again', () => {
    new SidebarTabs().add(7, webmail);
    expect(new SidebarTabs().has({ id: 7, url: `${webmail}/inbox` })).toBe(true);
  });

  it('count no longer when the tab went on to another site', () => {
    const tabs = new SidebarTabs();
    tabs.add(7, webmail);
    expect(tabs.has({ id: 7, url: 'https://news.example/' })).toBe(false);
    expect(tabs.has({ id: 7, url: `${webmail}.evil.example/` })).toBe(false);
  });

  it('count when the browser does not tell the address', () => {
    const tabs = new SidebarTabs();
    tabs.add(7, webmail);
    expect(tabs.has({ id: 7 })).toBe(true);
    expect(tabs.has({ id: 8 })).toBe(false);
    expect(tabs.has({})).toBe(false);
  });

  it('are forgotten when they close and when the browser starts', () => {
    const tabs = new SidebarTabs();
    tabs.add(7, webmail);
    tabs.add(8, webmail);
    tabs.remove(7);
    expect(new SidebarTabs().has({ id: 7 })).toBe(false);
    expect(new SidebarTabs().has({ id: 8 })).toBe(true);
    tabs.clear();
    expect(new SidebarTabs().has({ id: 8 })).toBe(false);
  });

  it.each(['{', '{}', '[[7]]', '[["7","https://mail.norte.example"]]', 'null'])(
    'survive a store that holds %s',
    text => {
      localStorage.setItem('sidebar-tabs', text);
      expect(new SidebarTabs().has({ id: 7 })).toBe(false);
    },
  );

  it('are kept in memory where a background has no such store', () => {
    const tabs = new SidebarTabs(undefined);
    tabs.add(7, webmail);
    expect(tabs.has({ id: 7, url: webmail })).toBe(true);
  });
});
