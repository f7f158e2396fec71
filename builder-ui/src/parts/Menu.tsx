import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

export interface MenuItem {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly hint?: string;
  readonly checked?: boolean;
  readonly run: () => void;
}

/** A button that opens a menu: arrows walk, letters jump, Escape returns. Groups are drawn apart. */
export function MenuButton({ label, icon, groups, text }: { label: string; icon: ReactNode; groups: readonly (readonly MenuItem[])[]; text?: string }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const close = (returnFocus: boolean): void => {
    setOpen(false);
    if (returnFocus) trigger.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const onPointer = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    window.addEventListener('pointerdown', onPointer, true);
    return () => window.removeEventListener('pointerdown', onPointer, true);
  }, [open]);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const go = (index: number): void => {
      event.preventDefault();
      items[(index + items.length) % items.length]?.focus();
    };
    if (event.key === 'Escape') {
      event.stopPropagation();
      close(true);
    } else if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(items.length - 1);
    else if (event.key === 'Tab') setOpen(false);
    else if (event.key.length === 1) {
      const found = items.findIndex((item, index) => index > at && item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()));
      if (found >= 0) go(found);
    }
  };
  return (
    <div className="menu-root" ref={root}>
      <button
        ref={trigger}
        type="button"
        className={text ? 'button button-plain' : 'icon-button'}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {icon}
        {text}
      </button>
      {open && (
        <div id={id} role="menu" aria-label={label} className="menu" onKeyDown={onKeyDown}>
          {groups.map((group, index) => (
            <div key={index} role="group" className="menu-group">
              {group.map((item) => (
                <button
                  key={item.label}
                  type="button"
                  role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
                  {...(item.checked === undefined ? {} : { 'aria-checked': item.checked })}
                  tabIndex={-1}
                  className="menu-item"
                  onClick={() => {
                    close(true);
                    item.run();
                  }}
                >
                  <span className="menu-icon">{item.icon}</span>
                  {item.label}
                  {item.hint && <kbd>{item.hint}</kbd>}
                </button>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
