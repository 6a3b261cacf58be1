// The content security policy in plain words: what the browser refuses to this extension's own pages.

export type Rule = { directive: string; allows: string; means: string };

/** A sentence for each directive that keeps data in; `closed` holds where it allows nothing or the extension alone. */
const sentences: Record<string, { closed: string; open: string }> = {
  'default-src': {
    closed: 'Whatever is not named below is forbidden.',
    open: 'Whatever is not named below may be loaded from the places named here.',
  },
  'connect-src': {
    closed: 'No connection to any server can be opened: nothing can be sent or fetched.',
    open: 'Connections to the places named here can be opened.',
  },
  'script-src': {
    closed: 'Only the code of the extension runs, none from elsewhere.',
    open: 'Code from the places named here runs too.',
  },
  'form-action': {
    closed: 'No form can be sent anywhere.',
    open: 'Forms can be sent to the places named here.',
  },
  'img-src': {
    closed: 'Pictures come from the extension itself, so that none can call home.',
    open: 'Pictures may be loaded from the places named here.',
  },
  'style-src': {
    closed: 'Styles come from the extension itself.',
    open: 'Styles may be loaded from the places named here.',
  },
  'font-src': {
    closed: 'Typefaces come from the extension itself.',
    open: 'Typefaces may be loaded from the places named here.',
  },
  'worker-src': {
    closed: 'Background work runs the extension’s own code.',
    open: 'Background work may run code from the places named here.',
  },
};

const local = new Set(["'none'", "'self'", 'data:', 'blob:']);

/** Directives as they stand in the policy; one that is named twice counts as first named (CSP Level 3, 2.2.1). */
function directivesOf(policy: string): Map<string, string[]> {
  const directives = new Map<string, string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...values] = part.trim().split(/\s+/);
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), values);
  }
  return directives;
}

const isLocal = (values: string[]) => values.every(value => local.has(value.toLowerCase()));

/** The rules of a policy that say what can leave or come in, each with what it means. */
export function explainPolicy(policy: string): Rule[] {
  const directives = directivesOf(policy);
  return Object.entries(sentences).flatMap(([directive, { closed, open }]) => {
    const values = directives.get(directive);
    return values ? [{ directive, allows: values.join(' '), means: isLocal(values) ? closed : open }] : [];
  });
}

/**
 * True when the policy lets the extension's pages neither open a connection nor load or send anything from or to
 * elsewhere. What is not named falls back to `default-src`, except forms.
 */
export function keepsDataIn(policy: string): boolean {
  const directives = directivesOf(policy);
  const fallback = directives.get('default-src');
  const fetching = ['connect-src', 'script-src', 'img-src', 'style-src', 'font-src', 'worker-src'];
  const allowed = [
    fallback,
    directives.get('form-action'),
    ...fetching.map(name => directives.get(name) ?? fallback),
  ];
  const connections = directives.get('connect-src') ?? fallback ?? [];
  return (
    allowed.every(values => values !== undefined && isLocal(values)) &&
    connections.every(value => value.toLowerCase() === "'none'") &&
    connections.length > 0
  );
}
