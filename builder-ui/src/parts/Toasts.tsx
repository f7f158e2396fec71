import { X } from 'lucide-react';
import { useT } from '../strings/index.ts';
import { closeToast, useToasts, type Toast } from './toasts.ts';

export function Toasts() {
  const t = useT();
  const toasts = useToasts((state) => state.toasts);
  if (toasts.length === 0) return null;
  return (
    <section className="toasts" aria-label={t.common.notices}>
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const t = useT();
  const { action } = toast;
  return (
    <div className={`toast toast-${toast.tone}`}>
      <p>{toast.text}</p>
      {action && (
        <button
          type="button"
          className="toast-action"
          onClick={() => {
            action.run();
            closeToast(toast.id);
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="toast-close" aria-label={t.common.closeNotice} onClick={() => closeToast(toast.id)}>
        <X size={16} aria-hidden />
      </button>
    </div>
  );
}
