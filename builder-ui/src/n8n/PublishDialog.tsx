import { ClipboardCopy, Download, RefreshCw, Send, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { findings } from '../../../core/cadence/findings/index.ts';
import { resolve, type Side } from '../../../core/merge/index.ts';
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
import { PortfolioLine } from '../settings/PortfolioLine.tsx';
import { planPublishing, type Plan } from './plan.ts';
import { MovedError, type Published } from './publish.ts';
import { PublishDone } from './PublishDone.tsx';
import { PublishReview } from './PublishReview.tsx';
import { runPublication } from './run-publication.ts';
import { useN8nSession } from './session.ts';

type Doing = 'reading' | 'sending' | null;
const NONE: ReadonlyMap<string, Side> = new Map();
const countErrors = (document: Parameters<typeof findings>[0]): number => findings(document).filter(({ severity }) => severity === 'error').length;

export default function PublishDialog() {
  const t = useT();
  const document = useEditor((state) => state.document);
  const published = useSaving((state) => state.published);
  // Asked anew, not read from what was shown: what is published is checked as it stands.
  const errors = useMemo(() => countErrors(document), [document]);
  const { demo, apiKey, setApiKey, n8nUrl, setN8nUrl } = useN8nSession();
  const [activate, setActivate] = useState(true);
  const [doing, setDoing] = useState<Doing>(null);
  const [plan, setPlan] = useState<Plan | null>(published ? null : { kind: 'create' });
  const [choices, setChoices] = useState(NONE);
  const [result, setResult] = useState<Published | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [keyError, setKeyError] = useState<string | null>(null);

  const merge = useMemo(() => (plan?.kind === 'update' ? resolve(plan.merge, choices) : null), [plan, choices]);
  const undecided = merge?.conflicts.filter(({ id }) => !choices.has(id)).length ?? 0;
  const resultErrors = useMemo(() => (merge && errors === 0 ? countErrors(merge.result) : 0), [merge, errors]);

  useEffect(() => {
    if (problem) announce(problem);
  }, [problem]);

  /** Runs one exchange with n8n; whatever goes wrong is said, and nothing is lost. */
  const attempt = async (what: NonNullable<Doing>, exchange: (key: string) => Promise<void>): Promise<void> => {
    setProblem(null);
    setKeyError(null);
    if (!apiKey.trim()) return setKeyError(t.publish.keyMissing);
    setDoing(what);
    try {
      await exchange(apiKey.trim());
    } catch (error) {
      if (error instanceof N8nError && error.status === 401) setKeyError(error.message);
      else setProblem(error instanceof N8nError ? error.message : sentenceOf(error));
    } finally {
      setDoing(null);
    }
  };
  const read = (): Promise<void> =>
    attempt('reading', async (key) => {
      setChoices(NONE);
      setPlan(await planPublishing(document, key, published));
    });
  const send = (): Promise<void> =>
    attempt('sending', async (key) => {
      try {
        setResult(await runPublication(document, plan!, merge, { apiKey: key, activate, credentials: demo?.credentials }));
      } catch (error) {
        if (!(error instanceof MovedError)) throw error;
        setChoices(NONE);
        setPlan(await planPublishing(document, key, published));
        setProblem(t.publish.movedNow);
      }
    });

  // With a key at hand the review is there when the dialog opens; else a person asks for it.
  const keyReady = demo?.apiKey !== undefined && apiKey.trim() !== '';
  useEffect(() => {
    if (keyReady && plan === null && doing === null && !result) void read();
  }, [keyReady]);

  if (result) return <PublishDone result={result} n8nUrl={n8nUrl} outboxUrl={demo?.outboxUrl} />;
  const blocked = doing !== null || errors > 0 || undecided > 0 || resultErrors > 0;
  return (
    <Dialog
      title={t.publish.title}
      intro={t.publish.intro}
      onClose={closeDialog}
      wide={(merge?.conflicts.length ?? 0) > 0}
      footer={
        plan === null ? (
          <Button tone="primary" icon={<RefreshCw size={16} aria-hidden />} disabled={doing !== null || errors > 0} onClick={() => void read()}>
            {doing ? t.publish.reading : t.publish.review}
          </Button>
        ) : (
          <>
            {undecided > 0 && <p className="field-help">{t.publish.undecided(undecided)}</p>}
            <Button tone="primary" icon={<Send size={16} aria-hidden />} disabled={blocked} onClick={() => void send()}>
              {doing ? t.publish.working : plan.kind === 'update' ? t.publish.update : plan.kind === 'again' ? t.publish.again : t.publish.create}
            </Button>
          </>
        )
      }
    >
      {(errors > 0 || resultErrors > 0) && (
        <div className="callout callout-error" role="alert">
          <TriangleAlert size={18} aria-hidden />
          <p>{errors > 0 ? t.publish.errorsFirst(errors) : t.publish.resultErrors(resultErrors)}</p>
          {errors > 0 && (
            <Button
              small
              onClick={() => {
                closeDialog();
                useView.setState({ findingsOpen: true });
              }}
            >
              {t.publish.showFindings}
            </Button>
          )}
        </div>
      )}
      {problem && (
        <div className="callout callout-error" role="alert">
          <TriangleAlert size={18} aria-hidden />
          <p>{problem}</p>
        </div>
      )}
      {plan?.kind === 'again' && (
        <div className="callout callout-warning" role="alert">
          <TriangleAlert size={18} aria-hidden />
          <p>
            <b>{t.publish.gone}</b> {t.publish.goneHelp}
          </p>
        </div>
      )}
      {plan?.kind === 'update' && merge && (
        <PublishReview plan={plan} merge={merge} choices={choices} onChoose={(id, side) => setChoices((before) => new Map(before).set(id, side))} />
      )}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (plan === null) void read();
          else if (!blocked) void send();
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
          <p className="field-help">{t.publish.publishedAt(new Date(published.at).toLocaleString(t.app.locale, { dateStyle: 'short', timeStyle: 'short' }))}</p>
        )}
        <PortfolioLine />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
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
