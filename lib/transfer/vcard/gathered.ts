// Bytes that are gathered piece by piece: what goes beyond a limit is counted and not kept.

export class Gathered {
  /** How many bytes were added, kept or not. */
  size = 0;
  private bytes = new Uint8Array(256);
  private kept = 0;

  constructor(private readonly limit: number) {}

  add(piece: Uint8Array): void {
    this.size += piece.length;
    const part = piece.subarray(0, this.limit - this.kept);
    if (this.kept + part.length > this.bytes.length) this.grow(this.kept + part.length);
    this.bytes.set(part, this.kept);
    this.kept += part.length;
  }

  /** A copy of what was kept; begins anew. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.kept);
    this.size = 0;
    this.kept = 0;
    return taken;
  }

  private grow(needed: number): void {
    const bytes = new Uint8Array(Math.max(needed, 2 * this.bytes.length));
    bytes.set(this.bytes.subarray(0, this.kept));
    this.bytes = bytes;
  }
}
