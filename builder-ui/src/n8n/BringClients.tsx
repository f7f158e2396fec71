import { ExternalLink, TriangleAlert, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { sentenceOf } from '../document/error-sentence.ts';
import { useEditor } from '../document/store.ts';
import { announce } from '../parts/announcer.ts';
import { Button } from '../parts/Button.tsx';
import { useT } from '../strings/index.ts';
import { N8nError } from './client.ts';
import { publishImportWorkflow, type PublishedImport } from './publish-import.ts';
import { useN8nSession } from './session.ts';

/** After publishing: the way to get people into the cadence's own portfolio. */
export function BringClients() {
  const t = useT();
  const document = useEditor((state) => state.document);
  const { demo, apiKey, n8nUrl } = useN8nSession();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [result, setResult] = useState<PublishedImport | null>(null);

  const bring = async (): Promise<void> => {
    setWorking(true);
    setProblem(null);
    try {
      const done = await publishImportWorkflow(document, apiKey.trim(), {
        ...(demo?.credentials ? { credentials: demo.credentials } : {}),
        ...(demo?.portfolioFile ? { portfolioFile: demo.portfolioFile } : {}),
      });
      setResult(done);
      announce(done.created ? t.bring.done(done.workflow.name) : t.bring.known(done.workflow.name));
    } catch (error) {
      setProblem(error instanceof N8nError ? error.message : sentenceOf(error));
    } finally {
      setWorking(false);
    }
  };

  const base = n8nUrl.replace(/\/$/, '');
  if (result) {
    return (
      <section className="publish-clients" aria-label={t.bring.action}>
        <p>{result.created ? t.bring.done(result.workflow.name) : t.bring.known(result.workflow.name)}</p>
        <p className="field-help">{t.bring.next(document.portfolio)}</p>
        {base && (
          <div className="button-row">
            <a className="button button-plain" href={`${base}/workflow/${encodeURIComponent(result.workflow.id)}`} target="_blank" rel="noreferrer">
              <ExternalLink size={16} aria-hidden /> {t.bring.open}
            </a>
            {result.formId !== undefined && (
              <a className="button button-plain" href={`${base}/form/${encodeURIComponent(result.formId)}`} target="_blank" rel="noreferrer">
                {t.bring.form}
              </a>
            )}
          </div>
        )}
      </section>
    );
  }
  return (
    <section className="publish-clients" aria-label={t.bring.action}>
      {problem && (
        <div className="callout callout-error" role="alert">
          <TriangleAlert size={18} aria-hidden />
          <p>{problem}</p>
        </div>
      )}
      <Button icon={<UserPlus size={16} aria-hidden />} disabled={working} onClick={() => void bring()}>
        {working ? t.bring.working : t.bring.action}
      </Button>
      <p className="field-help">{t.bring.help(document.portfolio)}</p>
    </section>
  );
}
