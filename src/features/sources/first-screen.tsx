import { Button } from '#ui'
import { useMessages } from '#features/context'
import { DeviceLine } from './device-line'
import { FileInputs } from './file-inputs'
import { MESSAGES } from './messages'
import { useAdding } from './use-adding'

/** Before there is any source: the first screen is the tool. */
export function FirstScreen() {
  const words = useMessages(MESSAGES)
  const adding = useAdding()
  return (
    <div className="first">
      <div className="first__column">
        <h1>{words.first.title}</h1>
        <p className="first__lead">{words.first.lead}</p>
        {adding !== null && (
          <div className="first__drop">
            <strong>{words.first.drop}</strong>
            <span>{words.first.kinds}</span>
            <FileInputs adding={adding}>
              {open => (
                <div className="first__acts">
                  <Button tone="primary" onClick={open.files}>
                    {words.add.files}
                  </Button>
                  <Button onClick={open.folder}>{words.add.folder}</Button>
                  <Button onClick={() => adding.askForText()}>{words.add.paste}</Button>
                  <Button onClick={adding.sample}>{words.add.sample}</Button>
                </div>
              )}
            </FileInputs>
          </div>
        )}
        <DeviceLine />
        <ul className="first__facts">
          {words.first.facts.map(fact => (
            <li key={fact.title}>
              <h2>{fact.title}</h2>
              <p>{fact.body}</p>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
