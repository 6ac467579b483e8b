export const en = {
  title: 'Why nothing leaves',
  close: 'Close',
  lead: 'Pairloom has no server that takes anything. More than that: the parts that see your text are not able to reach another host.',
  parts: {
    title: 'What each part may contact',
    part: 'Part',
    sees: 'Sees your text',
    may: 'May contact',
    yes: 'yes',
    no: 'no',
    own: 'only the files of this app',
    asked: 'the hosts of the models that you ask for',
    names: {
      page: { name: 'This page', does: 'draws the screens' },
      reading: { name: 'Reading worker', does: 'reads, cuts and exports files' },
      writing: { name: 'Writing worker', does: 'writes pairs, checks them, keeps the runs' },
      engine: { name: 'Engine worker', does: 'runs the model that writes, from its files on this device' },
      models: { name: 'Model worker', does: 'looks into model files that you add, and copies them' },
      download: { name: 'Download worker', does: 'fetches models; it is told addresses, sizes and checksums' },
    },
  },
  how: 'The browser enforces this, not a promise: a policy in the page forbids any other address, and each worker that sees your text starts in a way that it inherits the policy. The download worker alone has a policy of its own, and no part of the app hands it a text. The host of this page serves files; nothing of yours is in the requests for them.',
  policy: 'The policy of this page',
  requests: {
    title: 'Requests of the parts that see your text, since the page opened',
    own: 'for files of the app',
    other: 'to other hosts',
    refused: 'stopped by the policy',
    last: 'The last ones to other hosts:',
  },
  check: {
    title: 'See for yourself',
    steps: [
      'Read a file, write pairs and open each screen once, so that every part of the app is loaded. Then switch the network off: all of it goes on.',
      'Open the developer tools of the browser, choose Network, and watch while a run is at work.',
      'View the source of this page: the policy stands in its first lines.',
    ],
  },
  limits:
    'What no page can promise: an extension that you installed may read any page. Use a window without extensions for texts that nobody may see.',
}

export type Messages = typeof en
