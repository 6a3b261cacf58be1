// The full page: contacts, replies, settings, data.
import { render } from 'preact';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/ui/grid.css';
import '../../components/sidebar/sidebar.css';
import '../../components/dashboard/dashboard.css';
import '../../components/dashboard/contacts/contacts.css';
import '../../components/dashboard/clean-up/clean-up.css';
import '../../components/dashboard/import/import.css';
import '../../components/dashboard/person/person.css';
import '../../components/dashboard/privacy/privacy.css';
import { Dashboard, followAddress } from '../../components/dashboard/Dashboard';

// Never inside another page: what is done here can't be done by a lured click.
if (window === window.top) {
  followAddress(new AbortController().signal);
  render(<Dashboard />, document.body);
}
