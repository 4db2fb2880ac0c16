import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { oldChromium, type OldChromium } from '../../scripts/engines.ts';

export const ENGINES = ['Chromium 86', 'Chromium 92', 'Chromium 107', 'WebKit'] as const;
export type Engine = (typeof ENGINES)[number];

/**
 * What every browser can be told to do, however old: open an address, and run a few plain lines in
 * the page.
 */
type Driver = {
  open: (url: string) => Promise<void>;
  run: (script: string) => Promise<unknown>;
  forgetCookies: () => Promise<void>;
  close: () => Promise<void>;
};

const WAIT_MS = 20_000;

/**
 * Finds what can be tapped: by selector, and by the words on it where several fit. Plain enough for
 * any engine.
 */
const FIND = `function find(css, text) {
  var all = document.querySelectorAll(css);
  for (var i = 0; i < all.length; i++) {
    var one = all[i];
    if (one.offsetParent === null && one.tagName !== 'OPTION') continue;
    if (!text || (one.textContent || '').indexOf(text) >= 0) return one;
  }
  return null;
}`;

/** One person's phone, of whatever age. */
export class OldPhone {
  private readonly driver: Driver;

  constructor(driver: Driver) {
    this.driver = driver;
  }

  open(url: string): Promise<void> {
    return this.driver.open(url);
  }

  /** The value of an expression in the page; undefined while the page changes. */
  async value<T>(expression: string): Promise<T | undefined> {
    try {
      return (await this.driver.run(`${FIND} return (${expression});`)) as T;
    } catch {
      return undefined;
    }
  }

  /** Waits until an expression is true in the page. */
  async until(expression: string, what = expression): Promise<void> {
    const end = Date.now() + WAIT_MS;
    while (Date.now() < end) {
      if ((await this.value(`!!(${expression})`)) === true) return;
      await sleep(50);
    }
    throw new Error(
      `${what} did not come about on ${await this.value<string>('location.pathname')}: ${(await this.text()).slice(0, 600)}`,
    );
  }

  async text(): Promise<string> {
    return (await this.value<string>("document.querySelector('main').innerText")) ?? '';
  }

  sees(text: string): Promise<void> {
    return this.until(`document.body.innerText.indexOf(${JSON.stringify(text)}) >= 0`, `"${text}"`);
  }

  /** Taps what a selector finds, where several fit the first with these words on it. */
  async tap(css: string, text = ''): Promise<void> {
    const found = `find(${JSON.stringify(css)}, ${JSON.stringify(text)})`;
    await this.until(`${found} !== null`, `${css} ${text}`);
    await this.value(`(function () { ${found}.click(); return true; })()`);
  }

  async type(css: string, text: string): Promise<void> {
    const found = `find(${JSON.stringify(css)}, '')`;
    await this.until(`${found} !== null`, css);
    await this.value(
      `(function () { var box = ${found}; box.value = ${JSON.stringify(text)}; box.dispatchEvent(new Event('input', { bubbles: true })); return true; })()`,
    );
  }

  forgetCookies(): Promise<void> {
    return this.driver.forgetCookies();
  }

  close(): Promise<void> {
    return this.driver.close();
  }
}

async function chromiumDriver(version: OldChromium): Promise<Driver> {
  const browser = await chromium.launch({
    executablePath: oldChromium(version),
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--ignore-certificate-errors',
      '--lang=zh-CN',
    ],
  });
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    ignoreHTTPSErrors: true,
    locale: 'zh-CN',
    hasTouch: true,
  });
  const page = await context.newPage();
  return {
    open: async (url) => {
      await page.goto(url, { waitUntil: 'load' }).catch(() => undefined);
    },
    run: (script) => page.evaluate(`(function () { ${script} })()`),
    forgetCookies: () => context.clearCookies(),
    close: () => browser.close(),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function miniBrowser(): string {
  const libraries = '/usr/lib/x86_64-linux-gnu';
  const folder = readdirSync(libraries)
    .filter((name) => name.startsWith('webkit2gtk-4'))
    .map((name) => `${libraries}/${name}/MiniBrowser`)
    .find(existsSync);
  if (!folder) throw new Error('no WebKit here: apt-get install webkit2gtk-driver xvfb dbus');
  return folder;
}

/** WebKit by its own WebDriver: one request a command. */
class WebKit {
  private readonly base: string;
  private readonly child: ChildProcess;
  private session = '';

  constructor(port: number) {
    this.base = `http://127.0.0.1:${port}`;
    const command = [
      '-a',
      '-s',
      '-screen 0 800x900x24',
      'dbus-run-session',
      '--',
      'WebKitWebDriver',
      `--port=${port}`,
    ];
    this.child = spawn('xvfb-run', command, {
      detached: true,
      stdio: 'ignore',
      env: {
        ...process.env,
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        LIBGL_ALWAYS_SOFTWARE: '1',
        LANGUAGE: 'zh_CN',
      },
    });
  }

  async ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.base}${path.replace(':s', this.session)}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = await answer.json<{ value: { error?: string; message?: string } | null }>();
    if (!answer.ok) throw new Error(`${path}: ${value?.error ?? ''} ${value?.message ?? ''}`);
    return value;
  }

  async start(): Promise<void> {
    const end = Date.now() + 30_000;
    for (;;)
      try {
        await this.ask('GET', '/status');
        break;
      } catch (error) {
        if (Date.now() > end) throw error;
        await sleep(200);
      }
    const alwaysMatch = {
      acceptInsecureCerts: true,
      'webkitgtk:browserOptions': {
        binary: miniBrowser(),
        args: ['--automation', '--geometry=480x800'],
      },
    };
    const opened = (await this.ask('POST', '/session', { capabilities: { alwaysMatch } })) as {
      sessionId: string;
    };
    this.session = opened.sessionId;
    await this.ask('POST', '/session/:s/timeouts', {
      pageLoad: 20_000,
      script: 15_000,
      implicit: 0,
    });
  }

  async end(): Promise<void> {
    await this.ask('DELETE', '/session/:s').catch(() => undefined);
    if (this.child.pid) process.kill(-this.child.pid, 'SIGKILL');
  }
}

async function webKitDriver(): Promise<Driver> {
  const webKit = new WebKit(await freePort());
  await webKit.start();
  return {
    open: async (url) => {
      await webKit.ask('POST', '/session/:s/url', { url }).catch(() => undefined);
    },
    run: (script) => webKit.ask('POST', '/session/:s/execute/sync', { script, args: [] }),
    forgetCookies: async () => {
      await webKit.ask('DELETE', '/session/:s/cookie');
    },
    close: () => webKit.end(),
  };
}

/** A phone of this engine, as somebody holds it: 360 wide, in Chinese. */
export async function oldPhone(engine: Engine): Promise<OldPhone> {
  return new OldPhone(
    engine === 'WebKit'
      ? await webKitDriver()
      : await chromiumDriver(Number(engine.split(' ')[1]) as OldChromium),
  );
}
