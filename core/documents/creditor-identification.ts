import type { Creditor } from '../cadence/policies.ts';
import { namedDocument } from '../message/display.ts';

/** Name, address and CPF/CNPJ of who collects, as every collection document has to show them (CDC 42-A). */
export function creditorIdentification(creditor: Pick<Creditor, 'name' | 'document' | 'address' | 'city' | 'uf'>): string {
  return [creditor.name, creditor.document && namedDocument(creditor.document), creditorPlace(creditor)].filter((part) => part !== '').join(' · ');
}

/** Address with city and state, each once. */
export function creditorPlace({ address, city, uf }: Pick<Creditor, 'address' | 'city' | 'uf'>): string {
  if (city === '' || address.toLowerCase().includes(city.toLowerCase())) return address;
  return [address, `${city}/${uf}`].filter((part) => part !== '').join(', ');
}
