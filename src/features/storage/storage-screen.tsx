import { Page } from '#ui'
import { useMessages } from '#features/context'
import { BackupPanel } from './backup-panel'
import { DiagnosticsPanel } from './diagnostics-panel'
import { FreePanel } from './free-panel'
import { MESSAGES } from './messages'
import { ProjectsPanel } from './projects-panel'
import { ProtectionPanel } from './protection-panel'
import { UsagePanel } from './usage-panel'
import './storage.css'

/** The truth about what lies where, how safe it is, and how to get it out or rid of it. */
export function StorageScreen() {
  const words = useMessages(MESSAGES)
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="storage">
        <UsagePanel />
        <ProtectionPanel />
        <BackupPanel />
        <ProjectsPanel />
        <FreePanel />
        <DiagnosticsPanel />
      </div>
    </Page>
  )
}
