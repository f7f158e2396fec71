import { lazy, Suspense, useImperativeHandle, useRef } from 'react';
import type { TemplateEditorHandle, TemplateEditorProps } from './TemplateEditor.tsx';

const TemplateEditor = lazy(() => import('./TemplateEditor.tsx'));

/** The labelled editor of a template. Until it has come, and it is only fetched here, the text can be read. */
export function TemplateField({ label, handle, ...rest }: TemplateEditorProps) {
  const editor = useRef<TemplateEditorHandle>(null);
  useImperativeHandle(handle, () => ({
    focus: () => editor.current?.focus(),
    insertVariable: (name) => editor.current?.insertVariable(name),
    openMenu: () => editor.current?.openMenu(),
  }));
  return (
    <div className="field">
      <span className="field-label" aria-hidden onClick={() => editor.current?.focus()}>
        {label}
      </span>
      <Suspense fallback={<p className={rest.singleLine ? 'input template-waiting' : 'input template-waiting is-tall'}>{rest.value}</p>}>
        <TemplateEditor label={label} handle={editor} {...rest} />
      </Suspense>
    </div>
  );
}
