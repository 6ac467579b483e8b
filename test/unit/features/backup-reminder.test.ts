import { expect, it } from 'vitest'
import { backupReminder, REMIND_FROM } from '#features/backup-reminder'

it('reminds of a backup by the number of pairs that would be lost, in both languages', () => {
  expect(backupReminder('en', REMIND_FROM - 1)).toBeNull()
  expect(backupReminder('en', 1_284)).toContain('1,284 pairs')
  expect(backupReminder('zh', 1_284)).toContain('1,284 条')
})
