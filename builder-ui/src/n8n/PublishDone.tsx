import { CircleCheck, Copy, ExternalLink, TriangleAlert } from 'lucide-react';
import { BringClients } from './BringClients.tsx';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { showToast } from '../parts/toasts.ts';
import { closeDialog } from '../shell/view.ts';
import { t as now, useT } from '../strings/index.ts';
import type { Published } from './publish.ts';
import './publish.css';

export function PublishDone({ result, n8nUrl, outboxUrl }: { result: Published; n8nUrl: string; outboxUrl: string | undefined }) {
  const t = useT();
  const address = n8nUrl ? `${n8nUrl.replace(/\/$/, '')}/workflow/${result.workflow.id}` : null;
  return (
    <Dialog title={t.publish.title} onClose={closeDialog}>
      <div className="publish-done">
        <CircleCheck size={44} aria-hidden />
        <p className="lead">{t.publish.done(result.workflow.name)}</p>
        <p>{result.active ? t.publish.doneActive : t.publish.doneInactive}</p>
        {result.problems.map((problem) => (
          <div key={problem} className="callout callout-warning" role="alert">
            <TriangleAlert size={18} aria-hidden />
            <p>{problem}</p>
          </div>
        ))}
        {result.secret && (
          <section className="publish-secret" aria-label={t.publish.secretTitle}>
            <h3 className="section-title">{t.publish.secretTitle}</h3>
            <p>{t.publish.secretHelp}</p>
            <code>{result.secret.secret}</code>
            <Button icon={<Copy size={16} aria-hidden />} onClick={() => void copy(result.secret!.secret)}>
              {t.publish.copySecret}
            </Button>
          </section>
        )}
        <div className="button-row">
          {address && (
            <a className="button button-primary" href={address} target="_blank" rel="noreferrer">
              <ExternalLink size={16} aria-hidden /> {t.publish.open}
            </a>
          )}
          {outboxUrl && (
            <a className="button button-plain" href={outboxUrl} target="_blank" rel="noreferrer">
              {t.publish.outbox}
            </a>
          )}
        </div>
        <BringClients />
      </div>
    </Dialog>
  );
}

async function copy(secret: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(secret);
    showToast({ text: now().publish.secretCopied, tone: 'good' });
  } catch {
    // Clipboard permission denied or an insecure address.
    showToast({ text: now().publish.secretCopyFailed, tone: 'error' });
  }
}
