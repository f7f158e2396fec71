import { assumptions } from './assumptions.ts';
import { comparison } from './comparison.ts';
import { core } from './core.ts';
import { creditors } from './creditors.ts';
import { fields } from './fields.ts';
import { files } from './files.ts';
import { findings } from './findings.ts';
import { gallery } from './gallery.ts';
import { history } from './history.ts';
import { inspector } from './inspector.ts';
import { message } from './message.ts';
import { n8n } from './n8n.ts';
import { palette } from './palette.ts';
import { portfolio } from './portfolio.ts';
import { ruler } from './ruler.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { simulation } from './simulation.ts';
import { variables } from './variables.ts';

/** Every word of the designer's surface, one file for each area of it. */
export const ptBR = {
  ...shell,
  ...history,
  ...ruler,
  ...palette,
  ...findings,
  ...inspector,
  ...message,
  ...fields,
  ...variables,
  ...settings,
  ...gallery,
  ...files,
  ...n8n,
  ...simulation,
  ...portfolio,
  ...core,
  ...assumptions,
  ...comparison,
  ...creditors,
};

export type Strings = typeof ptBR;
