/** One thing that a reviewer does without our help. */
export interface CheckStep {
  readonly title: string;
  readonly text: string;
  /** Typed into a terminal on Windows (PowerShell) or elsewhere (sh). */
  readonly commands?: readonly { readonly where: string; readonly line: string }[];
}

const WINDOWS = 'Windows (PowerShell)';
const ELSEWHERE = 'macOS, Linux';

/** 自分で確かめる: the guided script, on the page and in the evidence; `docs/check-yourself.md` tells more. */
export const checkYourselfEn = {
  title: 'Check it yourself',
  lead: 'Six checks that need nothing of ours but this page. Together they take about half an hour.',
  steps: (origin: string): readonly CheckStep[] => [
    {
      title: 'Watch who is talked to',
      text: 'Press F12 and open Network. Reload, then let somebody walk past a camera for a minute. The list holds files of this address, and requests to the cameras you configured. Nothing else, and no request grows with the people in view.',
    },
    {
      title: 'Look at what is stored',
      text: 'In the same window open Application. IndexedDB: kazoe, kazoe-demo and, while sample data is shown, kazoe-sample hold whole numbers, codes, digests and the short texts that you typed; in “site” also the points of your lines and areas, as parts of the picture, and your cameras’ addresses, in “credentials” their access. Nothing in them is a picture. Local storage, session storage and cookies are empty. Cache storage holds the app’s own files.',
    },
    {
      title: 'Unplug the network',
      text: 'Pull out the cable, or switch Wi-Fi off. The demo store and USB cameras go on being counted; after a reload the app starts all the same. (A network camera needs the shop’s own network, but no internet.)',
    },
    {
      title: 'Plant a picture and search for it',
      text: 'Open chrome://version first and note the profile path. Hold a printed photo before a camera for a minute, stop counting (Cameras and areas → Stop counting) and close Chrome. Then list the files written since in which there is a mark of a picture or a film. You should see this app’s own files, with their names behind them: scripts, /assets/….js, of which one holds this very line, and two icons, /icons/…png; and Favicons, Chrome’s icons of pages. A line with none of these would be a find. On macOS and Linux Chrome’s cache lies apart (~/Library/Caches/Google/Chrome, ~/.cache/google-chrome): look there too. A picture that was packed would not be found this way: for that, our canary test unpacks and decodes.',
      commands: [
        {
          where: WINDOWS,
          line: `gci -r -file 'PROFILE PATH' | ? LastWriteTime -gt (Get-Date).AddMinutes(-30) | sls -Path {$_.FullName} -Encoding oem -List -Pattern 'JFIF|Exif|PNG\\r?$|WEBPVP8|ftypmp4|ftypisom|matroska|webmB' | % { "$($_.Path) $((sls -Path $_.Path -Encoding oem -List -Pattern '/(assets|icons)/[\\w-]+\\.(js|png)').Matches.Value)" }`,
        },
        {
          where: ELSEWHERE,
          line: `find 'PROFILE PATH' -type f -mmin -30 -exec env LC_ALL=C grep -laE 'JFIF|Exif|.PNG.$|WEBPVP8|ftypmp4|ftypisom|matroska|webmB' {} + | while read -r f; do echo "$f $(LC_ALL=C grep -aoE '/(assets|icons)/[A-Za-z0-9_-]+\\.(js|png)' "$f" | head -n 1)"; done`,
        },
      ],
    },
    {
      title: 'Compare the served files with the published digests',
      text: 'Take SHA256SUMS from the release, from another place than this server. In its folder run this line; it prints the names of files that differ, and “done”. Then compare “Digest of all files” on this page with “build” in the release’s build-manifest.json: that is what runs here.',
      commands: [
        {
          where: WINDOWS,
          line: `(gc SHA256SUMS) -match '  dist/' | % { $s,$n = $_ -split '  dist/',2; iwr "${origin}/$n" -OutFile t.tmp -UseBasicParsing; if ((Get-FileHash t.tmp).Hash -ne $s) { "DIFFERS $n" } }; 'done'`,
        },
        {
          where: ELSEWHERE,
          line: `grep '  dist/' SHA256SUMS | while read -r s n; do curl -s "${origin}/\${n#dist/}" | sha256sum | grep -q "^$s" || echo "DIFFERS $n"; done; echo done`,
        },
      ],
    },
    {
      title: 'Check the journal without this app',
      text: 'Make the evidence (button at the top) and unpack it: the journal is in it. Open “Page that checks it without this app”, save that page with Ctrl+S, and unplug the network. Open the saved page and choose that journal. It must say that each entry fits the one before it, and end with the head that is printed on the evidence. (A journal saved at another time ends elsewhere: entries came in between.)',
    },
  ],
};

export type CheckYourselfMessages = typeof checkYourselfEn;
