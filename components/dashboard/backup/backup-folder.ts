// The folder for backups as the page has it: only a page can ask for one, and for the permission, in a click.

/** What TypeScript's own description of the browser lacks. */
type Picker = {
  showDirectoryPicker(wish: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
};
type Asks = { requestPermission(wish: { mode: 'readwrite' }): Promise<PermissionState> };

const picks = (page: object): page is Picker => 'showDirectoryPicker' in page;
const asks = (folder: object): folder is Asks => 'requestPermission' in folder;

/** Whether this browser lets people pick a folder (Chromium does, Firefox does not). */
export const canPickFolder = (page: object = window): boolean => picks(page);

/** Asks for a folder. Undefined where none was picked. */
export async function pickFolder(page: object = window): Promise<FileSystemDirectoryHandle | undefined> {
  if (!picks(page)) return undefined;
  try {
    return await page.showDirectoryPicker({ id: 'regulars-backups', mode: 'readwrite' });
  } catch {
    // Closed without picking, or a folder that the browser gives to nobody.
    return undefined;
  }
}

/** Asks for the permission again, which browsers may forget when they are closed. Gives whether it was granted. */
export async function allowFolder(folder: FileSystemDirectoryHandle): Promise<boolean> {
  try {
    return !asks(folder) || (await folder.requestPermission({ mode: 'readwrite' })) === 'granted';
  } catch {
    return false;
  }
}
