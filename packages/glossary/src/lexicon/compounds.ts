/** A word that names one thing although both halves are words. */
export interface Compound {
  word: string
  /** Why no term is linked inside it. */
  reason: string
  /** Where it is in use: a dictionary, or a public page or file. */
  seen: string
}

const frontendMonthly = 'cybozu/frontend-monthly, src/content/posts'

/** By reason: the words, and where each was seen. */
const table: { reason: string; words: Record<string, string> }[] = [
  {
    reason: 'A company or product: its name says nothing of what the halves mean.',
    words: {
      クラスメソッド: 'dev.classmethod.jp/articles/service-group-looking-back-on-5years',
      サイバーエージェント: 'developers.cyberagent.co.jp/blog/archives/32648',
      タイプスクリプト: 'app.engr-sng.com/glossary/detail/typescript',
      クックパッド: `${frontendMonthly}/2021/06.md`,
      インスタグラム: 'my-web-note.com/ifttt-wordpress-twitter',
    },
  },
  {
    reason: 'No kind of its last half: a フロントエンド is no end, a ブロックチェーン no chain.',
    words: {
      フロントエンド: 'e-words.jp/w/フロントエンド.html',
      エンドポイント: `${frontendMonthly}/2020/10.md`,
      ブロックチェーン: 'bitcastle.io/column/post-575',
      オープンソース: `${frontendMonthly}/2026/01.md`,
      クラウドファンディング: `${frontendMonthly}/2025/10.md`,
      ハンドシェイク: 'rfcinfo.com/ja/rfc-8446/4-handshake-protocol',
      ワークフロー: `${frontendMonthly}/2025/04.md`,
      ワークロード: 'developer.salesforce.com, sforce_api_objects_workload (ja)',
      フレームワーク: `${frontendMonthly}/2023/01.md`,
      クリップボード: `${frontendMonthly}/2024/05.md`,
      マイルストーン: `${frontendMonthly}/2022/02.md`,
      デスクトップ: `${frontendMonthly}/2023/01.md`,
      スマートフォン: `${frontendMonthly}/2024/02.md`,
      ベースライン: `${frontendMonthly}/2025/03.md`,
      パイプライン: 'IPADIC',
      タイムライン: 'servicenow.com/docs, c_WorkflowTimelineAPI (ja-JP)',
      デッドライン: 'IPADIC',
      プロアクティブ: 'pagerduty.dxable.com/faq',
      ロードマップ: `${frontendMonthly}/2021/06.md`,
      サンドボックス: `${frontendMonthly}/2023/05.md`,
      ピンポイント: `${frontendMonthly}/2020/09.md`,
      ランドマーク: `${frontendMonthly}/2024/07.md`,
      ボイラープレート: `${frontendMonthly}/2021/05.md`,
      スクリーンショット: `${frontendMonthly}/2020/08.md`,
      エントリーポイント: `${frontendMonthly}/2020/09.md`,
      ワークスペース: `${frontendMonthly}/2020/08.md`,
      ショートハンド: `${frontendMonthly}/2020/10.md`,
    },
  },
  {
    reason: 'Its last half is cut off another word: ウェア out of ソフトウェア.',
    words: {
      ミドルウェア: `${frontendMonthly}/2025/04.md`,
      マルウェア: `${frontendMonthly}/2023/08.md`,
    },
  },
]

/** Each compound with its reason and where it was seen. */
export const compoundRecords: readonly Compound[] = table.flatMap(({ reason, words }) =>
  Object.entries(words).map(([word, seen]) => ({ word, reason, seen })),
)

/**
 * Words in which no shorter term is linked. Words one half of which is only bound (サーバー|レス, ロール|バック)
 * need no entry: see affixes.ts.
 */
export const compounds: readonly string[] = compoundRecords.map(({ word }) => word)
