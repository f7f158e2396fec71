import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useT } from '../strings/index.ts';

/** The browser's own modal dialog: focus trap, Escape and return of focus come with it. */
export function Dialog({
  title,
  onClose,
  children,
  wide,
  footer,
  intro,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  wide?: boolean;
  footer?: ReactNode;
  intro?: ReactNode;
}) {
  const t = useT();
  const titleId = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={`dialog ${wide ? 'dialog-wide' : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className="dialog-sheet">
        <header className="dialog-head">
          <div>
            <h2 id={titleId}>{title}</h2>
            {intro && <p className="dialog-intro">{intro}</p>}
          </div>
          <button type="button" className="icon-button" aria-label={t.common.close} onClick={onClose}>
            <X size={20} aria-hidden />
          </button>
        </header>
        <div className="dialog-body" tabIndex={-1}>
          {children}
        </div>
        {footer && <footer className="dialog-foot">{footer}</footer>}
      </div>
    </dialog>
  );
}
