import { Activity } from 'lucide-react';
import { useState } from 'react';
import { useSaving } from '../document/autosave.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Field } from '../parts/Field.tsx';
import { closeDialog, showView } from '../shell/view.ts';
import { useT } from '../strings/index.ts';
import { hideLiveCounts, showLiveCounts, useLiveCounts } from './live-counts.ts';
import { useN8nSession } from './session.ts';

export default function LiveDialog() {
  const t = useT();
  const published = useSaving((state) => state.published);
  const on = useLiveCounts((state) => state.on);
  const { demo, apiKey, setApiKey } = useN8nSession();
  const [typed, setSecret] = useState<string>();
  // `npm start` made the secret and attached it: nobody has to type it.
  const secret = typed ?? demo?.webhookSecret ?? '';
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    if (!published) return;
    setBusy(true);
    showView('ruler');
    await showLiveCounts(apiKey.trim(), published.workflowId, secret.trim());
    setBusy(false);
    if (useLiveCounts.getState().on) closeDialog();
  };
  return (
    <Dialog
      title={t.live.title}
      intro={t.live.intro}
      onClose={closeDialog}
      footer={
        on ? (
          <Button
            onClick={() => {
              hideLiveCounts();
              closeDialog();
            }}
          >
            {t.live.hide}
          </Button>
        ) : (
          <Button
            tone="primary"
            icon={<Activity size={16} aria-hidden />}
            disabled={!published || busy || !apiKey.trim() || !secret.trim()}
            onClick={() => void run()}
          >
            {t.live.show}
          </Button>
        )
      }
    >
      {!published && <p className="note">{t.live.publishFirst}</p>}
      <Field label={t.publish.key}>
        {(wiring) => (
          <input {...wiring} className="input" type="password" autoComplete="off" value={apiKey} onChange={(event) => setApiKey(event.target.value)} />
        )}
      </Field>
      <Field label={t.live.secret} help={t.live.secretHelp}>
        {(wiring) => (
          <input {...wiring} className="input" type="password" autoComplete="off" value={secret} onChange={(event) => setSecret(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
