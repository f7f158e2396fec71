import type { INodeProperties } from 'n8n-workflow';
import { TIERS } from '../../core/cadence/definitions/index.ts';
import { propertiesOf } from '../shared/properties-of-field.ts';

export const ltvTierProperties: INodeProperties[] = [
  {
    displayName: 'As faixas são tentadas em ordem: vale a primeira cujas condições todas se cumprem. Uma faixa sem condições recebe todos; deixe-a por último.',
    name: 'tiersNotice',
    type: 'notice',
    default: '',
  },
  ...propertiesOf(TIERS, {}, 'ltvTier'),
];
