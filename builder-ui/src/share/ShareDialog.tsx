import { Link } from 'lucide-react';
import { useMemo } from 'react';
import { useEditor } from '../document/store.ts';
import { downloadCadence } from '../files/export.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Field } from '../parts/Field.tsx';
import { showToast } from '../parts/toasts.ts';
import { closeDialog } from '../shell/view.ts';
import { useT } from '../strings/index.ts';
import { LONGEST_SAFE_LINK, shareHash } from './link.ts';

export default function ShareDialog() {
  const t = useT();
  const document = useEditor((state) => state.document);
  const link = useMemo(
    () => `${location.origin === 'null' ? location.href.split('#')[0] : `${location.origin}${location.pathname}`}${shareHash(document)}`,
    [document],
  );
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      showToast({ text: t.share.copied, tone: 'good' });
    } catch {
      // The link stands in the field, selected, to be copied by hand.
      showToast({ text: t.share.copyByHand, tone: 'info' });
    }
  };
  const tooLong = link.length > LONGEST_SAFE_LINK;
  return (
    <Dialog
      title={t.share.title}
      intro={t.share.intro}
      onClose={closeDialog}
      footer={
        tooLong ? (
          <Button tone="primary" onClick={downloadCadence}>
            {t.files.downloadCadence}
          </Button>
        ) : (
          <Button tone="primary" icon={<Link size={16} aria-hidden />} onClick={() => void copy()}>
            {t.share.copy}
          </Button>
        )
      }
    >
      {tooLong ? (
        <p className="note">{t.share.tooLong}</p>
      ) : (
        <Field label={t.share.link} help={t.share.privacy}>
          {(wiring) => <input {...wiring} className="input" readOnly value={link} onFocus={(event) => event.target.select()} />}
        </Field>
      )}
    </Dialog>
  );
}
