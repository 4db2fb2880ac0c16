import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { newestChromium } from '../../scripts/newest-chromium.ts';
import { ACCOUNTS, DEMO_PASSWORD } from '../../scripts/seed/town.ts';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch(more: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: newestChromium(), args: [...ARGS, ...more] });
}

/** A Chromium before whose camera lies a file of moving pictures. */
export function launchWithCamera(file: string): Promise<Browser> {
  return launch([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ]);
}

type Look = { script?: boolean; dark?: boolean; lang?: string };

/**
 * A phone of 360 x 780, with or without script, light or dark. What the page logs as an error fails
 * the test.
 */
export async function aPhone(
  browser: Browser,
  url: string,
  { script = true, dark = false, lang = 'zh-CN' }: Look = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 360, height: 780 },
    locale: lang,
    javaScriptEnabled: script,
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: true,
  });
  context.setDefaultTimeout(15_000);
  return context;
}

export async function signIn(page: Page, role: (typeof ACCOUNTS)[number]['role']): Promise<void> {
  const { phone } = ACCOUNTS.find((account) => account.role === role)!;
  await page.goto('/sign-in');
  await page.fill('#phone', phone);
  await page.fill('#password', DEMO_PASSWORD);
  await page.click('main button.primary');
  await page.waitForURL('**/today');
}

/** The address in the text to forward, as a coordinator would paste it. */
export async function forwarded(page: Page): Promise<string> {
  const text = await page.locator('.forward textarea').inputValue();
  const address = /https?:\/\/\S+\/l\/[\w-]+/.exec(text)?.[0];
  if (!address) throw new Error(`no address in ${text}`);
  return new URL(address).pathname;
}

/** Opens a forwarded link on somebody's own phone: the landing page, then the one tap. */
export async function openLink(page: Page, landing: string): Promise<void> {
  await page.goto(landing);
  await page.click('main button.primary');
  await page.waitForURL(/\/[ecgw]\/\w{26}/);
}

/** Whether anything sticks out to the right: a phone page never scrolls sideways. */
export async function overflow(page: Page): Promise<number> {
  await page.waitForLoadState();
  return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
}
