// Where on the page values stand: numbered for whoever is told of them, kept only as long as the document lives.

export class Places {
  private readonly nodes: WeakRef<Node>[] = [];
  /** The number of the first; numbers are not used again, so that an earlier reading's lead nowhere. */
  private first = 0;

  /** Forgets all places. */
  begin(): void {
    this.first += this.nodes.length;
    this.nodes.length = 0;
  }

  /** The number of a place. */
  add(node: Node): number {
    this.nodes.push(new WeakRef(node));
    return this.first + this.nodes.length - 1;
  }

  /** The node, while it is still on the page. */
  find(place: number): Node | undefined {
    const node = this.nodes[place - this.first]?.deref();
    return node?.isConnected ? node : undefined;
  }
}
