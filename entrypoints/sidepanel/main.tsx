// The sidebar app, in the native panel and in the frame beside a page.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/sidebar/sidebar.css';
import '../../components/sidebar/capture/capture.css';
import { begin, changed } from '../../components/parts/screen';
import { Sidebar } from '../../components/sidebar/Sidebar';
import { onChanged } from '../../lib/rpc/changed';

const inPage = window !== window.top;
const ticket = inPage ? location.hash.slice(1) : undefined;
const windowId = inPage ? undefined : (await browser.windows.getCurrent()).id;

onChanged(changed, new AbortController().signal);
// Without a ticket, or with a used one, somebody else framed this page. It stays empty.
if (await begin({ inPage, windowId }, ticket)) render(<Sidebar />, document.body);
