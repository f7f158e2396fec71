import { useMemo } from 'react';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { cadencePicture } from './picture.ts';

/** A small picture of a cadence. */
export function Thumbnail({ document }: { document: CadenceDocument }) {
  // As an image address, so that none of its markup enters the page.
  const source = useMemo(() => `data:image/svg+xml;utf8,${encodeURIComponent(cadencePicture(document, { thumbnail: true }).svg)}`, [document]);
  return <img src={source} alt="" loading="lazy" />;
}
