const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request is meant for this machine's own server. A web page elsewhere can let its name resolve to 127.0.0.1
 * and have a visitor's browser call us (DNS rebinding); the Host header then still has that page's name. A page may
 * also call us by our right name, and then its own address stands in Origin.
 */
export function comesFromThisMachine({ host, origin }: { host?: string | undefined; origin?: string | undefined }): boolean {
  if (!host || !LOOPBACK.has(host.replace(/:\d+$/, ''))) return false;
  return origin === undefined || origin === `http://${host}`;
}
