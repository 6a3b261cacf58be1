// The one line at the foot of the full page.
import { signal } from '@preact/signals';
import type { ToastContent } from '../ui/Toast';

export const toast = signal<ToastContent | undefined>(undefined);
