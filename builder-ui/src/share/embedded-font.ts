import fontAddress from '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url';

let style: Promise<string> | undefined;

/** The page's typeface as a style for inside of a picture: an SVG that leaves the page takes no font from it. Empty when it can't be read. */
export function embeddedFont(): Promise<string> {
  return (style ??= load().catch(() => ''));
}

async function load(): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(fontAddress)).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `<style>@font-face{font-family:Figtree;font-weight:300 900;src:url(data:font/woff2;base64,${btoa(binary)})}</style>`;
}
