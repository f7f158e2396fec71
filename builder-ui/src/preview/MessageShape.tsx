import { CheckCheck, Phone } from 'lucide-react';
import type { Case } from '../../../core/case/index.ts';
import type { ComposedMessage } from '../../../core/message/index.ts';
import { useT } from '../strings/index.ts';

/** A message in the clothes of its channel. */
export function MessageShape({ message, creditorName, subject }: { message: ComposedMessage; creditorName: string; subject: Case }) {
  const t = useT();
  switch (message.channel) {
    case 'whatsapp':
      return (
        <div className="shape shape-whatsapp">
          <p className="bubble" lang="pt-BR">
            {message.text}
            <span className="bubble-time" aria-hidden>
              10:24 <CheckCheck size={14} />
            </span>
          </p>
        </div>
      );
    case 'sms':
      return (
        <div className="shape shape-sms">
          <p className="sms-from">{creditorName}</p>
          <p className="sms-bubble" lang="pt-BR">
            {message.text}
          </p>
          {message.sms && (
            <p className="sms-count tabular">
              {t.message.segments(message.sms.segments, message.sms.length)}
              {message.sms.encoding === 'UCS-2' && <span> {t.message.accented}</span>}
            </p>
          )}
        </div>
      );
    case 'email':
      return (
        <div className="shape shape-email">
          <dl>
            <div>
              <dt>{t.message.from}</dt>
              <dd>{creditorName}</dd>
            </div>
            <div>
              <dt>{t.message.to}</dt>
              <dd>{subject.debtor.name}</dd>
            </div>
          </dl>
          <h4 lang="pt-BR">{message.subject}</h4>
          {message.html ? (
            <iframe title={t.message.preview} sandbox="" srcDoc={inLight(message.html)} />
          ) : (
            <p className="paper-text" lang="pt-BR">
              {message.text}
            </p>
          )}
        </div>
      );
    case 'letter':
      return (
        <div className="shape shape-letter">
          <address>
            {subject.debtor.name}
            <br />
            {subject.debtor.address}
          </address>
          <h4 lang="pt-BR">{message.subject}</h4>
          <p className="paper-text" lang="pt-BR">
            {message.text}
          </p>
        </div>
      );
    case 'voice':
      return (
        <div className="shape shape-voice">
          <Phone size={22} aria-hidden />
          <p lang="pt-BR">{message.text}</p>
          <small>{t.message.voiceHelp}</small>
        </div>
      );
    default:
      return message.channel satisfies never;
  }
}

/** The page's policy runs no style sheet that comes in a text, and the mail's only one is for programs that darken it: here it is seen on white. */
const inLight = (html: string): string => html.replace(/<style>[^<]*<\/style>/, '');
