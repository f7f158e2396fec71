/**
 * Whether a server is this very machine: what is sent there reaches nobody.
 * @param server a host name, or an http(s) address
 */
export function isLoopback(server: string): boolean {
  const host = server.includes('://') ? hostOf(server) : server.trim().toLowerCase();
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function hostOf(address: string): string {
  try {
    return new URL(address.trim()).hostname;
  } catch {
    return '';
  }
}
