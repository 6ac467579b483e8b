import { useEffect, useState } from 'react'
import { Dialog, Disclosure } from '#ui'
import { useDevice, useMessages } from '#features/context'
import { useFormat } from '#features/format'
import { MESSAGES } from './messages'
import './privacy.css'

const REFRESH_MS = 2_000

/** Every part of the app; only what sees no text may reach another host. */
const PARTS = [
  { part: 'page', sees: true, may: 'own' },
  { part: 'reading', sees: true, may: 'own' },
  { part: 'writing', sees: true, may: 'own' },
  { part: 'engine', sees: true, may: 'own' },
  { part: 'models', sees: false, may: 'own' },
  { part: 'download', sees: false, may: 'asked' },
] as const

/** The policy that the page itself carries; null where a host adds it in another way. */
function policyOfPage(): string | null {
  return document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? null
}

/** What each part may contact, what was contacted so far, and how to check both. */
export function PrivacyPanel({ onClose }: { readonly onClose: () => void }) {
  const words = useMessages(MESSAGES)
  const policy = policyOfPage()
  return (
    <Dialog open width="l" onClose={onClose} title={words.title} closeLabel={words.close}>
      <div className="privacy">
        <p className="privacy__lead">{words.lead}</p>
        <section>
          <h3>{words.parts.title}</h3>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.parts.part}</th>
                <th scope="col">{words.parts.sees}</th>
                <th scope="col">{words.parts.may}</th>
              </tr>
            </thead>
            <tbody>
              {PARTS.map(({ part, sees, may }) => (
                <tr key={part}>
                  <th scope="row">
                    {words.parts.names[part].name} <span>{words.parts.names[part].does}</span>
                  </th>
                  <td>{sees ? words.parts.yes : words.parts.no}</td>
                  <td>{words.parts[may]}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>{words.how}</p>
          {policy !== null && (
            <Disclosure summary={words.policy}>
              <code className="privacy__policy">{policy}</code>
            </Disclosure>
          )}
        </section>
        <Requests />
        <section>
          <h3>{words.check.title}</h3>
          <ol>
            {words.check.steps.map(step => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p>{words.limits}</p>
        </section>
      </div>
    </Dialog>
  )
}

function Requests() {
  const words = useMessages(MESSAGES).requests
  const format = useFormat()
  const device = useDevice()
  const [count, setCount] = useState(() => device.network())
  useEffect(() => {
    const timer = setInterval(() => setCount(device.network()), REFRESH_MS)
    return () => clearInterval(timer)
  }, [device])
  return (
    <section>
      <h3>{words.title}</h3>
      <dl className="privacy__counts">
        {(['own', 'other', 'refused'] as const).map(kind => (
          <div key={kind}>
            <dd>{format.number(count[kind])}</dd>
            <dt>{words[kind]}</dt>
          </div>
        ))}
      </dl>
      {count.lastOther.length > 0 && (
        <>
          <p>{words.last}</p>
          <ul>
            {count.lastOther.map((address, index) => (
              <li key={`${address} ${index}`}>
                <code>{address}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
