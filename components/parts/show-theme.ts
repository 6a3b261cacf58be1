// Showing the scheme that the user chose; `auto` leaves it to the page around or the system.
import type { Settings } from '../../lib/model/settings';

export function showTheme(theme: Settings['theme']): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
