// A folder in memory in the place of one that a user picked.
import type { Database } from '../../../lib/db/database';

export type MemoryFolder = {
  files: Map<string, Blob>;
  permission: PermissionState;
  /** Writing fails. */
  isFull: boolean;
  /** Somebody removed it. */
  isGone: boolean;
  /** Its last byte is lost. */
  spoils: boolean;
};

/**
 * Makes it the folder of a database. A handle can't be stored without a browser, so what reads the settings' row is
 * given it instead.
 */
export function memoryFolder(db: Database, passphrase?: string): MemoryFolder {
  const faults = { isFull: false, isGone: false, spoils: false };
  const folder: MemoryFolder = { files: new Map(), permission: 'granted', ...faults };
  const handle = {
    queryPermission: async () => folder.permission,
    removeEntry: async (name: string) => void folder.files.delete(name),
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (folder.isGone || (!create && !folder.files.has(name)))
        throw new DOMException('There is none.', 'NotFoundError');
      return {
        getFile: async () => folder.files.get(name),
        createWritable: async () => writable(folder, name),
      };
    },
  };
  db.settings.hook('reading', row =>
    row.key === 'backup' ? { ...row, value: { folder: handle, passphrase } } : row,
  );
  void db.settings.put({ key: 'backup', value: {} });
  return folder;
}

function writable(folder: MemoryFolder, name: string): WritableStream<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  return new WritableStream({
    write(chunk) {
      if (folder.isFull) throw new DOMException('', 'QuotaExceededError');
      parts.push(chunk);
    },
    async close() {
      const whole = new Blob(parts);
      folder.files.set(name, folder.spoils ? whole.slice(0, -1) : whole);
    },
  });
}
