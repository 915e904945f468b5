import type { CheckYourselfMessages } from './check-yourself.en.ts';

const WINDOWS = 'Windows（PowerShell）';
const ELSEWHERE = 'macOS・Linux';

export const checkYourselfJa: CheckYourselfMessages = {
  title: '自分で確かめる',
  lead: 'この画面のほかに何も使わずにできる、六つの確かめ方です。全部で30分ほどかかります。',
  steps: (origin) => [
    {
      title: '通信の相手を見る',
      text: 'F12キーを押して「ネットワーク」を開きます。読み込み直し、だれかに1分ほどカメラの前を歩いてもらいます。並ぶのは、このアドレスのファイルと、登録したカメラへの通信だけです。映っている人が増えても、通信は増えません。',
    },
    {
      title: '保存されたものを見る',
      text: '同じ開発者ツールで「アプリケーション」を開きます。IndexedDBのkazoe・kazoe-demo・kazoe-sample（見本データを表示している間だけ）にあるのは、整数と区分と照合値と、入力した短い文だけです。「site」には、ほかに線と範囲の位置（映像の中の割合）とカメラのアドレス、「credentials」にはカメラの接続情報があります。映像はありません。ローカルストレージ、セッションストレージ、Cookieは空です。キャッシュストレージにあるのは、このアプリのファイルです。',
    },
    {
      title: 'ネットワークを切る',
      text: 'LANケーブルを抜くか、Wi-Fiを切ります。デモ店舗とUSBカメラの計測は続きます。読み込み直しても、アプリは始まります。（ネットワークカメラには店内のネットワークが必要ですが、インターネットは必要ありません。）',
    },
    {
      title: '写真を映して、残っていないか探す',
      text: '先にchrome://versionを開き、「プロフィール パス」を控えます。印刷した写真を1分ほどカメラに映し、計測を止めて（「カメラと売場」→「計測を止める」）、Chromeを終了します。そのあとに書き込まれたファイルから、画像や動画のしるしがあるものを探します。出るのは、このアプリのファイル（スクリプト /assets/….js（その1つは、この1行そのものを含みます）と、アイコン2つ /icons/…png。後ろに名前が出ます）と、Chromeがページのアイコンを控えたFaviconsだけのはずです。どれでもない行があれば、それが残ったものです。macOSとLinuxではChromeのキャッシュが別の場所（~/Library/Caches/Google/Chrome、~/.cache/google-chrome）にあるので、そこも探します。圧縮して保存された画像は、この方法では見つかりません。それはカナリア試験が圧縮を解いて確かめます。',
      commands: [
        {
          where: WINDOWS,
          line: `gci -r -file 'プロフィール パス' | ? LastWriteTime -gt (Get-Date).AddMinutes(-30) | sls -Path {$_.FullName} -Encoding oem -List -Pattern 'JFIF|Exif|PNG\\r?$|WEBPVP8|ftypmp4|ftypisom|matroska|webmB' | % { "$($_.Path) $((sls -Path $_.Path -Encoding oem -List -Pattern '/(assets|icons)/[\\w-]+\\.(js|png)').Matches.Value)" }`,
        },
        {
          where: ELSEWHERE,
          line: `find 'プロフィール パス' -type f -mmin -30 -exec env LC_ALL=C grep -laE 'JFIF|Exif|.PNG.$|WEBPVP8|ftypmp4|ftypisom|matroska|webmB' {} + | while read -r f; do echo "$f $(LC_ALL=C grep -aoE '/(assets|icons)/[A-Za-z0-9_-]+\\.(js|png)' "$f" | head -n 1)"; done`,
        },
      ],
    },
    {
      title: '配信されているファイルを、公開された照合値と比べる',
      text: '配布元から、この配信元とは別の経路で、SHA256SUMSを手に入れます。そのフォルダーで次の1行を実行すると、違うファイルの名前と、最後に「done」が出ます。つぎに、この画面の「全ファイルの照合値」を、配布物のbuild-manifest.jsonの「build」と見比べます。いまここで動いているものが、それでわかります。',
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
      title: '記録簿を、このアプリなしで確かめる',
      text: '証拠の書類をつくり（画面の上のボタン）、開きます。中に記録簿があります。「このアプリなしで確かめるページ」を開き、Ctrl+Sで保存して、ネットワークを切ります。保存したページを開いてその記録簿を選ぶと、「すべてつながっています」と出て、最後に照合値が出ます。証拠の書類にある先頭の照合値と同じはずです。（別のときに保存した記録簿では、間に記録が増えるため、最後の照合値が違います。）',
    },
  ],
};
