// The one place where a capture is read and written: what was found, what is typed, and every action on it.
import { signal } from '@preact/signals';
import type { CaptureView } from '../../../lib/model/capture-view';
import { call } from '../../../lib/rpc/client';
import { openedCapture } from '../../parts/captures';
import * as screen from '../../parts/screen';
import { type Edits, type Form, readForm, type Somebody, savingOf } from './capture-form';

export const capture = signal<CaptureView | undefined>(undefined);
export const form = signal<Form>(readForm(undefined));

/** Milliseconds after the last key in which what is typed is kept. */
const keepAfter = 250;
let keeping: number | undefined;
let question = 0;

/** Reads a capture; what was typed stays when it is the same one. */
export async function readCapture(id: string): Promise<void> {
  const mine = ++question;
  const next = await call('captures.get', { id }).catch(() => undefined);
  if (mine !== question) return;
  if (next?.id !== capture.value?.id || !capture.value?.page) form.value = readForm(next?.form);
  capture.value = next;
}

/** Changes the form, and keeps it a moment later. */
export function change(part: Partial<Form>): void {
  form.value = { ...form.value, ...part };
  clearTimeout(keeping);
  keeping = window.setTimeout(keep, keepAfter);
}

/** Keeps what is typed at once. */
export function keep(): void {
  clearTimeout(keeping);
  keeping = undefined;
  const id = capture.value?.id;
  if (id) void call('captures.keep', { id, form: JSON.stringify(form.value) }).catch(() => undefined);
}

export function edit(place: number, edits: Edits): void {
  const { people } = form.value;
  change({ people: { ...people, [place]: { ...people[place], ...edits } } });
}

/** Outlines where a value stands; without a place the outline goes. */
export function show(place?: number): void {
  void outline(place, false);
}

/** Brings the place of a value into view; says so where there is nothing to see. */
export async function goTo(place: number): Promise<void> {
  if (!(await outline(place, true)))
    screen.toast.value = { text: 'This stands in the page where nothing is drawn.' };
}

async function outline(place: number | undefined, scroll: boolean): Promise<boolean> {
  const id = capture.value?.id;
  if (!id) return false;
  return call('captures.show', { id, scroll, ...(place !== undefined && { place }) }).catch(() => false);
}

const count = (people: number, verb: string) => (people === 0 ? '' : `${people} ${verb}`);

/** Saves those who are chosen; the capture is done with then. */
export async function save(chosen: Somebody[]): Promise<boolean> {
  const id = capture.value?.id;
  const saving = id && savingOf(id, chosen, form.value, new Date());
  if (!saving) return false;
  clearTimeout(keeping);
  const updated = saving.people.filter(({ contactId }) => contactId !== undefined).length;
  const text = [count(saving.people.length - updated, 'added'), count(updated, 'updated')]
    .filter(Boolean)
    .join(', ');
  const isDone = await screen.act(text, () => call('captures.save', saving));
  if (isDone) openedCapture.value = undefined;
  return isDone;
}

/** Lets go of the capture and all that was typed into it. */
export async function drop(): Promise<void> {
  const id = capture.value?.id;
  clearTimeout(keeping);
  show();
  capture.value = undefined;
  if (id) await call('captures.drop', { id }).catch(() => undefined);
  openedCapture.value = undefined;
}
