import type { CutPreview as Preview } from '#messages/ingest-worker'
import { useMessages } from '#features/context'
import { useFormat } from '#features/format'
import { MESSAGES } from './messages'

/** The passages of one document as they would be cut, each with its place and size. */
export function CutPreview({ preview }: { readonly preview: Preview }) {
  const words = useMessages(MESSAGES).cut
  const format = useFormat()
  return (
    <div className="cut-preview" role="region" aria-label={words.preview} tabIndex={0}>
      <ol lang={preview.document.language === 'zh' ? 'zh-CN' : undefined}>
        {preview.passages.map((passage, index) => (
          <li key={passage.start}>
            <p className="cut-preview__head">
              <span>{words.passage(format.number(index + 1), format.number(passage.tokens))}</span>
              {passage.headings.length > 0 && <span>{passage.headings.join(' › ')}</span>}
            </p>
            <p className="cut-preview__text">{passage.text.trim()}</p>
          </li>
        ))}
      </ol>
      {!preview.complete && <p className="cut-preview__more">{words.more}</p>}
    </div>
  )
}
