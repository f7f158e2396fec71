import { CircleCheck, ClipboardCopy, Download, ExternalLink, Send, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { findings } from '../../../core/cadence/findings/index.ts';
import { useSaving } from '../document/autosave.ts';
import { sentenceOf } from '../document/error-sentence.ts';
import { useEditor } from '../document/store.ts';
import { copyForN8n, downloadWorkflow } from '../files/export.ts';
import { announce } from '../parts/announcer.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Field, Switch } from '../parts/Field.tsx';
import { closeDialog, useView } from '../shell/view.ts';
import { useT } from '../strings/index.ts';
import { N8nError } from './client.ts';
import { openRemote } from './open-remote.ts';
import { fetchWorkflow, publish, type Published } from './publish.ts';
import { versionOf, rememberPublished } from './published.ts';
import { PortfolioLine } from '../settings/PortfolioLine.tsx';
import { BringClients } from './BringClients.tsx';
import { useN8nSession } from './session.ts';

type Phase = { readonly step: 'form' } | { readonly step: 'working' } | { readonly step: 'changed' } | { readonly step: 'done'; readonly result: Published };

export default function PublishDialog() {
  const t = useT();
  const document = useEditor((state) => state.document);
  const published = useSaving((state) => state.published);
  // Asked anew, not read from what was shown: what is published is checked as it stands.
  const errors = useMemo(() => findings(document).filter((finding) => finding.severity === 'error').length, [document]);
  const { demo, apiKey, setApiKey, n8nUrl, setN8nUrl } = useN8nSession();
  const [activate, setActivate] = useState(true);
  const [phase, setPhase] = useState<Phase>({ step: 'form' });
  const [problem, setProblem] = useState<string | null>(null);
  const [keyError, setKeyError] = useState<string | null>(null);

  useEffect(() => {
    if (problem) announce(problem);
  }, [problem]);

  const run = async (overwrite: boolean): Promise<void> => {
    setProblem(null);
    setKeyError(null);
    if (!apiKey.trim()) {
      setKeyError(t.publish.keyMissing);
      return;
    }
    setPhase({ step: 'working' });
    try {
      let workflowId = published?.workflowId ?? null;
      if (workflowId) {
        const there = await fetchWorkflow(apiKey.trim(), workflowId);
        if (!there) workflowId = null;
        else if (!overwrite && versionOf(there) !== published!.versionId) {
          setPhase({ step: 'changed' });
          return;
        }
      }
      const result = await publish(document, apiKey.trim(), { workflowId, activate, ...(demo?.credentials ? { credentials: demo.credentials } : {}) });
      await rememberPublished(result.workflow, apiKey.trim());
      setPhase({ step: 'done', result });
      announce(t.publish.done(result.workflow.name));
    } catch (error) {
      if (error instanceof N8nError && error.status === 401) setKeyError(error.message);
      else setProblem(error instanceof N8nError ? error.message : sentenceOf(error));
      setPhase({ step: 'form' });
    }
  };

  if (phase.step === 'done') return <Done result={phase.result} n8nUrl={n8nUrl} outboxUrl={demo?.outboxUrl} />;
  const busy = phase.step === 'working';
  return (
    <Dialog
      title={t.publish.title}
      intro={t.publish.intro}
      onClose={closeDialog}
      footer={
        phase.step === 'changed' ? (
          <>
            <Button onClick={() => void openRemote(apiKey.trim(), published!.workflowId)}>{t.publish.openThere}</Button>
            <Button tone="primary" onClick={() => void run(true)}>
              {t.publish.overwrite}
            </Button>
          </>
        ) : (
          <Button tone="primary" icon={<Send size={16} aria-hidden />} disabled={busy || errors > 0} onClick={() => void run(false)}>
            {busy ? t.publish.working : published ? t.publish.update : t.publish.create}
          </Button>
        )
      }
    >
      {errors > 0 && (
        <div className="callout callout-error" role="alert">
          <TriangleAlert size={18} aria-hidden />
          <p>{t.publish.errorsFirst(errors)}</p>
          <Button
            small
            onClick={() => {
              closeDialog();
              useView.setState({ findingsOpen: true });
            }}
          >
            {t.publish.showFindings}
          </Button>
        </div>
      )}
      {problem && (
        <div className="callout callout-error" role="alert">
          <TriangleAlert size={18} aria-hidden />
          <p>{problem}</p>
        </div>
      )}
      {phase.step === 'changed' ? (
        <div className="callout callout-warning" role="alert">
          <TriangleAlert size={18} aria-hidden />
          <p>
            <b>{t.publish.changedThere}</b> {t.publish.changedHelp}
          </p>
        </div>
      ) : (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy && errors === 0) void run(false);
          }}
        >
          <Field label={t.publish.url}>
            {(wiring) => (
              <input
                {...wiring}
                className="input"
                type="url"
                value={n8nUrl}
                readOnly={demo !== null}
                onChange={(event) => setN8nUrl(event.target.value)}
                placeholder="https://n8n.suaempresa.com.br"
              />
            )}
          </Field>
          <Field label={t.publish.key} help={demo?.apiKey ? t.publish.keyReady : t.publish.keyHelp} error={keyError ?? undefined}>
            {(wiring) => (
              <input {...wiring} className="input" type="password" autoComplete="off" value={apiKey} onChange={(event) => setApiKey(event.target.value)} />
            )}
          </Field>
          <Switch label={t.publish.activate} help={t.publish.activateHelp} checked={activate} onChange={setActivate} />
          {published && (
            <p className="field-help">
              {t.publish.publishedAt(new Date(published.at).toLocaleString(t.app.locale, { dateStyle: 'short', timeStyle: 'short' }))}
            </p>
          )}
          <PortfolioLine />
          <button type="submit" hidden aria-hidden tabIndex={-1} />
        </form>
      )}
      <div className="alternatives">
        <p>{t.publish.alternatives}</p>
        <Button small icon={<ClipboardCopy size={15} aria-hidden />} onClick={() => void copyForN8n()}>
          {t.files.copyWorkflow}
        </Button>
        <Button small icon={<Download size={15} aria-hidden />} onClick={() => void downloadWorkflow()}>
          {t.files.downloadWorkflow}
        </Button>
      </div>
    </Dialog>
  );
}

function Done({ result, n8nUrl, outboxUrl }: { result: Published; n8nUrl: string; outboxUrl: string | undefined }) {
  const t = useT();
  const address = n8nUrl ? `${n8nUrl.replace(/\/$/, '')}/workflow/${result.workflow.id}` : null;
  return (
    <Dialog title={t.publish.title} onClose={closeDialog}>
      <div className="publish-done">
        <CircleCheck size={44} aria-hidden />
        <p className="lead">{t.publish.done(result.workflow.name)}</p>
        <p>{result.active ? t.publish.doneActive : t.publish.doneInactive}</p>
        {result.activationProblem && (
          <div className="callout callout-warning" role="alert">
            <TriangleAlert size={18} aria-hidden />
            <p>{result.activationProblem}</p>
          </div>
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
