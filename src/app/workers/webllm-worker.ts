import { createWebllmEngine } from '#engines/webllm/webllm-engine'
import { serveEngine } from './serve-engine'

const served = serveEngine(
  self,
  createWebllmEngine(detail => served.lost(detail)),
)
