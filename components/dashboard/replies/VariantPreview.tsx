// One variant as it would be inserted: filled in for whom it is shown, with what is missing named.
import { useState } from 'preact/hooks';
import type { ReplyVariant } from '../../../lib/model/reply';
import { label, type Rendered, renderReply } from '../../../lib/replies/template';
import { describeVariables, replyVariables } from '../../../lib/replies/variables';
import { ReplyText } from '../../parts/ReplyText';
import type { Filled } from '../../parts/reply-state';
import { type PreviewFor, sourcesFor } from './preview-for';

type Props = {
  variant: ReplyVariant;
  context: PreviewFor;
  /** Set for the variant they would get. */
  isChosen: boolean;
};

export function VariantPreview({ variant, context, isChosen }: Props) {
  const [filled, setFilled] = useState<Filled>({});
  const sources = sourcesFor(context, variant.language);
  const name = sources.contact.name.value;
  let rendered: Rendered;
  try {
    rendered = renderReply(variant.body, replyVariables(sources), filled);
  } catch (error) {
    return (
      <span class="hint error" role="alert">
        {error instanceof Error ? error.message : 'This can’t be shown.'}
      </span>
    );
  }
  return (
    <div class="preview">
      <header>
        <span class="grow">
          For <bdi>{name}</bdi>
          {context.card ? '' : ', an example'}
        </span>
        {isChosen && <span class="tag ok">They get this one</span>}
      </header>
      <ReplyText rendered={rendered} language={variant.language} filled={filled} onFill={setFilled} />
      <Missing missing={rendered.missing} context={context} />
    </div>
  );
}

type MissingProps = { missing: string[]; context: PreviewFor };

/** What nobody has is asked for each time; what is not known yet can be found out. */
function Missing({ missing, context }: MissingProps) {
  if (missing.length === 0) return null;
  const known = new Map(describeVariables(context.fields).map(item => [item.path, item.label]));
  const lines: [string, string[]][] = [
    ['Not known: ', missing.flatMap(path => known.get(path) ?? [])],
    ['Asked for each time: ', missing.filter(path => !known.has(path)).map(label)],
  ];
  return (
    <footer class="missing">
      {lines.map(
        ([what, names]) =>
          names.length > 0 && (
            <p key={what} class="grow whole">
              {what}
              <bdi>{names.join(', ')}</bdi>
            </p>
          ),
      )}
    </footer>
  );
}
