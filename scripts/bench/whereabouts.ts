/** Where things of the demo town are, as its own pages link to them. */
import type { Client } from './client.ts';

/** The employer whose batch of forty collects its papers. */
export const COLLECTING_PAPERS = '苏州恒泰电子';
/** The employer whose batch boards this morning. */
export const BOARDING = '昆山顺达精密';

/** The roll call of the batch that boards this morning. */
export async function rollCall(client: Client): Promise<string> {
  const { html } = await client.send('GET', `${await batchOf(client, BOARDING)}/roll-call`);
  return html;
}

/** The address of the batch that goes to an employer; empty where the list shows none. */
export async function batchOf(client: Client, employer: string): Promise<string> {
  const { html } = await client.send('GET', '/batches');
  return firstIn(html, new RegExp(`href="(/batches/\\w{26})"><span class="name">${employer}`));
}

/** What the first group of a pattern finds first; empty where it finds nothing. */
export function firstIn(html: string, pattern: RegExp): string {
  return pattern.exec(html)?.[1] ?? '';
}
