import type { INodeProperties } from 'n8n-workflow';
import { BLOCKS } from '../../core/cadence/definitions/index.ts';
import { blockIdProperty } from '../shared/block-id.ts';
import { caseIdProperty } from '../shared/case-id.ts';
import { propertiesOfAll } from '../shared/properties-of-field.ts';

export const humanTaskProperties: INodeProperties[] = [
  ...propertiesOfAll(BLOCKS.humanTask.fields, { title: { required: true } }, 'humanTask'),
  caseIdProperty,
  blockIdProperty,
];
