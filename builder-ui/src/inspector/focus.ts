/** Puts the keyboard on the inspector's first control. */
export function focusInspector(): void {
  requestAnimationFrame(() => {
    const panel = document.getElementById('inspector');
    const first = panel?.querySelector<HTMLElement>('.inspector-body input, .inspector-body select, .inspector-body textarea, .inspector-body button');
    (first ?? panel)?.focus();
  });
}
