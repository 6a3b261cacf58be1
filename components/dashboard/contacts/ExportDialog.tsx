// An export of the selected people before it is made: who is in the file, and what of them.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Target } from '../../../lib/list/desk';
import type { ExportPreview } from '../../../lib/list/export-preview';
import { ask, listVersion } from '../desk';
import { people } from './bulk';
import { type ExportFormat, exportFormats, exportList, isExportFormat } from './export-people';
import { Names } from './Names';

type Props = { target: Target; onClose(isDone: boolean): void };

export function ExportDialog({ target, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [format, setFormat] = useState<ExportFormat>('json');
  const [preview, setPreview] = useState<ExportPreview>();
  // Before the next key is pressed: it is meant for the dialog.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    ask('previewExport', target).then(setPreview, () => undefined);
  }, [listVersion.value]);
  return (
    <dialog
      class="bulk"
      ref={dialog}
      aria-labelledby="export-title"
      onCancel={event => {
        event.preventDefault();
        onClose(false);
      }}
    >
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          void exportList(target, format);
          onClose(true);
        }}
      >
        <h2 id="export-title">Export</h2>
        <label class="field">
          <span class="label">As</span>
          <select
            class="select"
            onChange={event => {
              const { value } = event.currentTarget;
              if (isExportFormat(value)) setFormat(value);
            }}
          >
            {Object.entries(exportFormats).map(([id, { label }]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <p class="mute">{exportFormats[format].holds} Nothing is changed here.</p>
        <p role="status" class="foreseen">
          {preview && (
            <>
              {previewText(preview)} <Names names={preview.names} of={preview.people} />
            </>
          )}
        </p>
        <p class="row">
          <button type="submit" class="btn primary" disabled={preview?.people === 0}>
            Export {preview && people(preview.people)}
          </button>
          <button type="button" class="btn plain" onClick={() => onClose(false)}>
            Cancel
          </button>
        </p>
      </form>
    </dialog>
  );
}

function previewText({ people: count, withoutConsent, notToContact }: ExportPreview): string {
  const parts = [
    withoutConsent > 0 && `no consent is noted for ${withoutConsent.toLocaleString()}`,
    notToContact > 0 && `${notToContact.toLocaleString()} do not want to be contacted`,
  ].filter(Boolean);
  return `${people(count)}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`;
}
