import axe from 'axe-core'
import type { Page } from 'playwright'

/** What axe finds, as one line each; the policy of the page does not bind what the test evaluates. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found: { id: string; nodes: { html: string; failureSummary: string }[] }[] = await page.evaluate(
    'axe.run().then(result => result.violations)',
  )
  return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`))
}
