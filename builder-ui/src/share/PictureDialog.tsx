import { Download } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { sentenceOf } from '../document/error-sentence.ts';
import { useEditor } from '../document/store.ts';
import { download, fileName } from '../files/export.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { showToast } from '../parts/toasts.ts';
import { closeDialog } from '../shell/view.ts';
import { useT } from '../strings/index.ts';
import { embeddedFont } from './embedded-font.ts';
import { cadencePicture } from './picture.ts';

const LARGEST_SIDE = 8000;

export default function PictureDialog() {
  const t = useT();
  const document = useEditor((state) => state.document);
  const [style, setStyle] = useState('');
  useEffect(() => void embeddedFont().then(setStyle), []);
  const picture = useMemo(() => cadencePicture(document, { style }), [document, style]);
  const asPng = async (): Promise<void> => {
    try {
      download(fileName(document.name, 'png'), await toPng(picture), 'image/png');
    } catch (error) {
      showToast({ text: sentenceOf(error), tone: 'error' });
    }
  };
  return (
    <Dialog
      title={t.picture.title}
      intro={t.picture.intro}
      onClose={closeDialog}
      wide
      footer={
        <>
          <Button icon={<Download size={16} aria-hidden />} onClick={() => download(fileName(document.name, 'svg'), picture.svg, 'image/svg+xml')}>
            {t.picture.svg}
          </Button>
          <Button tone="primary" icon={<Download size={16} aria-hidden />} onClick={() => void asPng()}>
            {t.picture.png}
          </Button>
        </>
      }
    >
      <div className="picture-frame" tabIndex={0} role="group" aria-label={t.picture.alt(document.name)}>
        <img src={`data:image/svg+xml;utf8,${encodeURIComponent(picture.svg)}`} alt={t.picture.alt(document.name)} />
      </div>
    </Dialog>
  );
}

/** Twice the size for sharp slides, less where the browser's canvas would not hold it. */
async function toPng({ svg, width, height }: { svg: string; width: number; height: number }): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(2, LARGEST_SIDE / width, LARGEST_SIDE / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  context.drawImage(image, 0, 0, width, height);
  return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('PNG'))), 'image/png'));
}
