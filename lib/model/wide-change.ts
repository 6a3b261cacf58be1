// A change of many people that is taken back as a whole: a bulk change of the list, or an import.

/** What bulk changes of the list are called in the journal. */
export const bulkNames = {
  addTag: 'contacts.addTag',
  removeTag: 'contacts.removeTag',
  setStage: 'contacts.setStage',
  delete: 'contacts.deleteMany',
} as const;
export const bulkKinds = ['addTag', 'removeTag', 'setStage', 'delete'] as const;

/** `people`: how many it was about; `tag`: the one that was added or removed. */
export type WideChange = { batch: string; at: number; people: number } & (
  | { kind: (typeof bulkKinds)[number]; tag?: string }
  | { kind: 'import'; file: string }
);
