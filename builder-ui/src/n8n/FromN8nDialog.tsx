import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { NODE_PACKAGE } from '../../../core/workflow/parameters.ts';
import { sentenceOf } from '../document/error-sentence.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Field } from '../parts/Field.tsx';
import { closeDialog } from '../shell/view.ts';
import { useT } from '../strings/index.ts';
import { callN8n, N8nError, type RemoteWorkflow } from './client.ts';
import { openRemote } from './open-remote.ts';
import { useN8nSession } from './session.ts';

/** n8n answers in pages of at most 250; a list longer than this is searched in n8n itself. */
const LARGEST_LIST = 250;

export default function FromN8nDialog() {
  const t = useT();
  const { demo, apiKey, setApiKey } = useN8nSession();
  const [found, setFound] = useState<readonly RemoteWorkflow[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const load = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const { data } = await callN8n<{ data: RemoteWorkflow[] }>(apiKey.trim(), 'GET', `workflows?limit=${LARGEST_LIST}`);
      setFound(data.filter((workflow) => workflow.nodes.some((node) => String(node['type']).startsWith(`${NODE_PACKAGE}.`))));
    } catch (error) {
      setProblem(error instanceof N8nError ? error.message : sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t.fromN8n.title}
      intro={t.fromN8n.intro}
      onClose={closeDialog}
      footer={
        <Button tone="primary" icon={<RefreshCw size={16} aria-hidden />} disabled={busy || !apiKey.trim()} onClick={() => void load()}>
          {t.fromN8n.load}
        </Button>
      }
    >
      <Field label={t.publish.key} help={demo?.apiKey ? t.publish.keyReady : t.publish.keyHelp} error={problem ?? undefined}>
        {(wiring) => (
          <input {...wiring} className="input" type="password" autoComplete="off" value={apiKey} onChange={(event) => setApiKey(event.target.value)} />
        )}
      </Field>
      {found?.length === 0 && <p className="note">{t.fromN8n.none}</p>}
      {found && found.length > 0 && (
        <ul className="remote-list">
          {found.map((workflow) => (
            <li key={workflow.id}>
              <button type="button" className="draft" onClick={() => void openRemote(apiKey.trim(), workflow.id)}>
                <b>{workflow.name}</b>
                <span>{workflow.active ? t.fromN8n.active : t.fromN8n.inactive}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
