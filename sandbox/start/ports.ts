import { defaultPorts } from '../../scripts/startOptions.mjs';
import { freePortFrom, isFree } from '../ports.ts';

export type Ports = typeof defaultPorts;

const names: Record<keyof Ports, string> = { n8nPort: 'n8n', designerPort: 'designer', outboxPort: 'caixa de saída', smtpPort: 'e-mail local' };

/**
 * The ports to use. A default one that is busy gives way to the next free one, and `tell` hears of it; one that a person
 * asked for does not.
 * @param asked 0 where none was asked for
 * @throws Error when an asked port is busy
 */
export async function choosePorts(asked: Ports, tell: (line: string) => void): Promise<Ports> {
  const chosen = { ...defaultPorts };
  const taken = new Set<number>(Object.values(asked));
  for (const name of Object.keys(names) as (keyof Ports)[]) {
    if (asked[name] !== 0) {
      if (!(await isFree(asked[name]))) throw new Error(`A porta ${asked[name]}, pedida para ${names[name]}, está ocupada.`);
      chosen[name] = asked[name];
      continue;
    }
    chosen[name] = await freePortFrom(defaultPorts[name], taken);
    taken.add(chosen[name]);
    if (chosen[name] !== defaultPorts[name]) tell(`A porta ${defaultPorts[name]} está ocupada: ${names[name]} fica na ${chosen[name]}.`);
  }
  return chosen;
}
