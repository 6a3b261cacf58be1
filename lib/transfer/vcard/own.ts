// Properties of our own: what Regulars knows of a person that no standard has a name for.

/** Their values are escaped as texts are; the writer says what each holds. */
export const own = {
  stage: 'X-REGULARS-STAGE',
  style: 'X-REGULARS-STYLE',
  consent: 'X-REGULARS-CONSENT',
  doNotContact: 'X-REGULARS-DO-NOT-CONTACT',
  preference: 'X-REGULARS-PREFERENCE',
  field: 'X-REGULARS-FIELD',
} as const;

/** Parameter of preferences and fields: what people call them. */
export const nameParameter = 'X-NAME';
/** Parameter of accounts: the site's own lasting id. */
export const accountIdParameter = 'X-ACCOUNT-ID';
