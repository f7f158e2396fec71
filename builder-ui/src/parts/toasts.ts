import { create } from 'zustand';
import { announce } from './announcer.ts';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'info' | 'good' | 'error';
  readonly action?: { readonly label: string; readonly run: () => void };
}

export const useToasts = create<{ toasts: readonly Toast[] }>()(() => ({ toasts: [] }));

let nextId = 1;
const LIFETIME_MS = 7000;

/** A short notice at the foot of the screen; errors stay until closed. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  const id = nextId++;
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.filter((other) => other.text !== toast.text).slice(-2), { ...toast, id }] }));
  announce(toast.text);
  if (toast.tone !== 'error') setTimeout(() => closeToast(id), LIFETIME_MS);
}

export function closeToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
