import { type BrowserContext, chromium } from 'playwright-core';
import { newestChromium } from '../../newest-chromium.ts';
import { Client } from '../client.ts';
import { say } from '../say.ts';
import type { Town } from '../server.ts';

/** Lighthouse's slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
};

/** The first person of the register on a slow line, with nothing kept: a promise to people. */
export async function firstRow(town: Town): Promise<void> {
  const browser = await chromium.launch({
    executablePath: newestChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const context = await browser.newContext({
    viewport: { width: 360, height: 780 },
    locale: 'zh-CN',
  });
  await signIn(context, town);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  const startedAt = performance.now();
  await page.goto(`${town.url}/workers`, { waitUntil: 'commit' });
  await page.waitForSelector('.people .name');
  say('first_row.slow_4g_empty_cache', (performance.now() - startedAt) / 1000, 1.5, 's', 'lower');
  await browser.close();
}

async function signIn(context: BrowserContext, town: Town): Promise<void> {
  const { cookies } = await new Client(town.url).signIn();
  const place = { domain: 'localhost', path: '/', secure: true, httpOnly: true };
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, ...place })));
}
