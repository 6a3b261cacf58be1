// The folder that the user picked for backups (File System Access).

/** What TypeScript's own description of the browser lacks. */
type WithPermission = {
  queryPermission(wish: { mode: 'readwrite' }): Promise<PermissionState>;
};
const asksPermission = (folder: object): folder is WithPermission => 'queryPermission' in folder;

/** Whether files can be written there now, without asking; false where the folder is gone. */
export async function mayWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  try {
    return !asksPermission(folder) || (await folder.queryPermission({ mode: 'readwrite' })) === 'granted';
  } catch {
    return false;
  }
}

/**
 * Writes a file and gives it as it is read back. The browser writes beside it and renames at the end, so that no half
 * file is ever found under the name.
 */
export async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: Blob,
): Promise<Blob> {
  try {
    const handle = await folder.getFileHandle(name, { create: true });
    await content.stream().pipeTo(await handle.createWritable());
    return await handle.getFile();
  } catch {
    await removeFile(folder, name);
    throw new Error(
      'The backup could not be written to its folder. The disk may be full, or the folder gone: choose another under Data.',
    );
  }
}

/** The file, undefined where there is none. */
export async function readFile(folder: FileSystemDirectoryHandle, name: string): Promise<Blob | undefined> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch {
    return undefined;
  }
}

export const removeFile = (folder: FileSystemDirectoryHandle, name: string): Promise<void> =>
  folder.removeEntry(name).catch(() => undefined);
