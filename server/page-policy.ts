import { secureHeaders } from 'hono/secure-headers';

const self = ["'self'"];
const none = ["'none'"];

/** What the pages we serve may load and run: our own files, and nothing in a frame of somebody else's. */
export const pagePolicy = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: none,
    scriptSrc: self,
    styleSrc: self,
    // React Flow places every block by a style attribute, and those cannot load or run anything.
    styleSrcAttr: ["'unsafe-inline'"],
    imgSrc: [...self, 'data:', 'blob:'],
    fontSrc: self,
    connectSrc: self,
    workerSrc: self,
    manifestSrc: self,
    baseUri: none,
    formAction: none,
    frameAncestors: none,
  },
  // Loopback has no https, and the header would bind every other server on this name to it.
  strictTransportSecurity: false,
});
