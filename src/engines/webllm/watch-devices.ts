export interface DeviceWatch {
  /** Resolves when a device of the watched time is lost; never otherwise. */
  readonly lost: Promise<GPUDeviceLostInfo>
  /** Ends the watching; devices that were opened stay watched. */
  stop(): void
  /** Gives their memory back at once. */
  destroy(): void
}

/**
 * Notices the devices that others open in this thread: web-llm keeps the one it opens to itself, and says nobody when it
 * is lost after loading.
 */
export function watchDevices(): DeviceWatch {
  const devices: GPUDevice[] = []
  const { promise: lost, resolve } = Promise.withResolvers<GPUDeviceLostInfo>()
  const { prototype } = GPUAdapter
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the adapter it belongs to
  const open = prototype.requestDevice
  const watching: typeof open = async function (this: GPUAdapter, ...given) {
    const device = await open.apply(this, given)
    devices.push(device)
    void device.lost.then(resolve)
    return device
  }
  prototype.requestDevice = watching
  return {
    lost,
    stop: () => {
      if (prototype.requestDevice === watching) prototype.requestDevice = open
    },
    destroy: () => {
      for (const device of devices) device.destroy()
    },
  }
}
