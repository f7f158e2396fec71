/** Lets the page open without a network next time. Only where it is served; a page opened from a folder needs none. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !location.protocol.startsWith('http') || location.pathname.endsWith('/regua.html')) return;
  window.addEventListener('load', () => {
    // Refused in private windows and by some policies: the page then simply needs its network.
    navigator.serviceWorker.register('./sw.js').catch(() => undefined);
  });
}
