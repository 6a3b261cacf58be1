// The first names of those a preview is about.

type Props = {
  names: string[];
  /** How many people it is about. */
  of: number;
};

export function Names({ names, of }: Props) {
  if (names.length === 0) return null;
  return (
    <span class="quiet">
      <bdi>{new Intl.ListFormat().format(names)}</bdi>
      {of > names.length && ' …'}
    </span>
  );
}
