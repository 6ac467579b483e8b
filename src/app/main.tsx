import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { HEADLESS } from '#messages/headless'
import { App } from './app'
import { compose, createPage } from './compose'
import './theme.css'

const root = document.querySelector<HTMLElement>('#app')
if (root !== null) {
  const page = createPage()
  if (page.session.getState().route.screen === HEADLESS.route) {
    const { startHeadless } = await import('./headless')
    startHeadless(page, root)
  } else {
    createRoot(root).render(
      <StrictMode>
        <App services={compose(page)} />
      </StrictMode>,
    )
  }
}
