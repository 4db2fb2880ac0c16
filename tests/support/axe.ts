import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds, minor things too, on whatever a page shows; all rules, or only some. Its half a
 * megabyte goes in through DevTools: by `page.evaluate` it takes half as long again, by its own
 * wrapper it would open a page of its own each time.
 */
export async function axeOn(
  page: Page,
): Promise<(rules: readonly string[] | null) => Promise<string[]>> {
  const devtools = await page.context().newCDPSession(page);
  return async (rules) => {
    await devtools.send('Runtime.evaluate', { expression: AXE });
    const only = rules ? `, runOnly: ${JSON.stringify(rules)}` : '';
    const { violations } = await page.evaluate<AxeResults>(
      `axe.run({ resultTypes: ['violations']${only} })`,
    );
    return violations.flatMap((v) =>
      v.nodes
        .slice(0, 3)
        .map(
          (node) =>
            `${v.id}: ${node.html.slice(0, 120)} ${node.failureSummary?.split('\n')[1] ?? ''}`,
        ),
    );
  };
}
