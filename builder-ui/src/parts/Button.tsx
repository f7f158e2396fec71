import type { ComponentProps, ReactNode } from 'react';

type Tone = 'primary' | 'plain' | 'quiet' | 'danger';

/** `shortcut` is shown in the tooltip and told to assistive technology. */
type ButtonProps = ComponentProps<'button'> & { tone?: Tone; icon?: ReactNode; small?: boolean };

export function Button({ tone = 'plain', icon, small, className = '', children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={`button button-${tone} ${small ? 'button-small' : ''} ${className}`} {...rest}>
      {icon}
      {children}
    </button>
  );
}

export function IconButton({
  label,
  shortcut,
  icon,
  className = '',
  ...rest
}: Omit<ComponentProps<'button'>, 'children'> & { label: string; shortcut?: string; icon: ReactNode }) {
  return (
    <button type="button" className={`icon-button ${className}`} aria-label={label} title={shortcut ? `${label} (${shortcut})` : label} {...rest}>
      {icon}
    </button>
  );
}
