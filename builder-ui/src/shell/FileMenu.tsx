import {
  Activity,
  Check,
  ClipboardCopy,
  CopyPlus,
  Download,
  FileJson,
  FolderOpen,
  History,
  Image,
  Keyboard,
  LayoutTemplate,
  Link,
  Menu as MenuIcon,
  Printer,
  Send,
  SlidersHorizontal,
  Undo2,
  UserPlus,
  Workflow,
} from 'lucide-react';
import { undo } from '../document/store.ts';
import { chooseFile } from '../files/choose-file.ts';
import { copyForN8n, downloadCadence, downloadImportWorkflow, downloadWorkflow } from '../files/export.ts';
import { MenuButton, type MenuItem } from '../parts/Menu.tsx';
import { useLanguage, useT } from '../strings/index.ts';
import { useNarrow } from './narrow.ts';
import { chooseTheme, useTheme, type ThemeChoice } from './theme.ts';
import { chooseLanguage, LANGUAGES } from './language.ts';
import { duplicateCadence } from '../start/duplicate-cadence.ts';
import { openDialog, openSettings } from './view.ts';

export function FileMenu() {
  const t = useT();
  const narrow = useNarrow();
  const theme = useTheme((state) => state.choice);
  const language = useLanguage((state) => state.language);
  const size = 17;
  const themeItem = (choice: ThemeChoice, label: string): MenuItem => ({
    label: `${t.top.theme}: ${label}`,
    checked: theme === choice,
    icon: theme === choice ? <Check size={size} aria-hidden /> : null,
    run: () => chooseTheme(choice),
  });
  const groups: MenuItem[][] = [
    [
      ...(narrow
        ? [
            { label: t.top.publish, icon: <Send size={size} aria-hidden />, run: () => openDialog('publish') },
            { label: t.history.undo, icon: <Undo2 size={size} aria-hidden />, run: undo },
          ]
        : []),
      { label: t.top.templates, icon: <LayoutTemplate size={size} aria-hidden />, run: () => openDialog('gallery') },
      { label: t.files.open, icon: <FolderOpen size={size} aria-hidden />, run: chooseFile },
      { label: t.files.fromN8n, icon: <Workflow size={size} aria-hidden />, run: () => openDialog('fromN8n') },
      { label: t.live.menu, icon: <Activity size={size} aria-hidden />, run: () => openDialog('live') },
    ],
    [
      { label: t.files.downloadCadence, icon: <Download size={size} aria-hidden />, run: downloadCadence },
      { label: t.files.downloadWorkflow, icon: <FileJson size={size} aria-hidden />, run: () => void downloadWorkflow() },
      { label: t.ownPortfolio.downloadImport, icon: <UserPlus size={size} aria-hidden />, run: () => void downloadImportWorkflow() },
      { label: t.files.copyWorkflow, icon: <ClipboardCopy size={size} aria-hidden />, run: () => void copyForN8n() },
    ],
    [
      { label: t.ownPortfolio.duplicate, icon: <CopyPlus size={size} aria-hidden />, run: () => void duplicateCadence() },
      { label: t.files.versions, icon: <History size={size} aria-hidden />, run: () => openDialog('versions') },
      { label: t.files.share, icon: <Link size={size} aria-hidden />, run: () => openDialog('share') },
      { label: t.files.picture, icon: <Image size={size} aria-hidden />, run: () => openDialog('picture') },
      {
        label: t.files.print,
        icon: <Printer size={size} aria-hidden />,
        run: () => void import('../share/print.ts').then(({ printCadence }) => printCadence()),
      },
    ],
    [
      { label: t.top.settings, icon: <SlidersHorizontal size={size} aria-hidden />, run: () => openSettings('creditor') },
      { label: t.top.help, icon: <Keyboard size={size} aria-hidden />, hint: '?', run: () => openDialog('shortcuts') },
    ],
    [themeItem('system', t.top.themeSystem), themeItem('light', t.top.themeLight), themeItem('dark', t.top.themeDark)],
    LANGUAGES.map(([choice, name]) => ({
      label: name,
      checked: choice === language,
      icon: choice === language ? <Check size={size} aria-hidden /> : null,
      run: () => void chooseLanguage(choice),
    })),
  ];
  return <MenuButton label={t.top.menu} icon={<MenuIcon size={19} aria-hidden />} groups={groups} />;
}
