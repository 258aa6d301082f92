/** Notes and terms made up by rule: the same in every run. */

const katakana =
  'サーバー クライアント コンテナ デプロイ リリース モニタリング アラート インシデント ログ メトリクス トレース ダッシュボード キャッシュ プロキシ ゲートウェイ クラスター ノード レプリカ シャード スキーマ インデックス トランザクション ロック キュー トピック ストリーム バッチ ジョブ ワーカー スケジューラー パイプライン テスト レビュー ブランチ コミット マージ リポジトリ パッケージ ライブラリ フレームワーク コンポーネント モジュール インターフェース プロトコル セッション トークン クッキー ヘッダー パラメーター レスポンス リクエスト タイムアウト リトライ フォールバック スロットリング カナリア ロールバック マイグレーション バックアップ リストア スナップショット ボリューム ネットワーク サブネット ファイアウォール ロードバランサー ドメイン ルーティング ポリシー ロール ユーザー グループ アカウント プロジェクト チーム マネージャー エンジニア デザイナー プロダクト ロードマップ スプリント バックログ ベロシティ ポストモーテム オンコール トイル エラーバジェット サービス アプリケーション プラットフォーム インフラ クラウド'.split(
    ' ',
  )
const kanji =
  '障害 対応 監視 認証 認可 暗号 証明書 脆弱性 診断 負荷 分散 疎結合 可用性 信頼性 拡張性 性能 遅延 帯域 輻輳 制御 冗長 切替 復旧 検知 通知 運用 開発 設計 実装 検証 試験 移行 分割 統合 標準 仕様 契約 費用 予算 計画 見積 優先 判断 合意 責任 権限 監査 記録 分析 可視化 自動化 内製 外注 採用 教育 評価 文化 組織 顧客 市場 投資 資本 配当 制度 規制 個人情報 著作権 正規表現 型推論 並行処理 非同期 排他制御 依存関係 抽象化 継承 委譲 再帰 木構造 探索 整列 圧縮 復号 署名 鍵交換 名前解決 死活監視 根本原因 再発防止 影響範囲 変更管理 構成管理 定期点検 手順書'.split(
    ' ',
  )
const latin =
  'API SDK CLI CI CD SLO SLI SLA SRE DNS TLS HTTP HTTPS TCP UDP QUIC VPC IAM EC2 S3 RDS SQL JSON YAML gRPC GraphQL Kubernetes Docker Terraform Prometheus Grafana PostgreSQL MySQL Redis Kafka Nginx Linux GitHub Slack JavaScript TypeScript Python Rust Go Ruby Java WebSocket WebRTC OAuth OpenID CORS CSP XSS CSRF JWT CDN WAF'.split(
    ' ',
  )
const templates = [
  '- {}の前に{}を決めておく',
  '- {}と{}は別の話。まず{}から',
  '  - {}が増えると{}の手間も増える',
  '- なぜ{}なのか? → {}のほうが安く済むため',
  '- {}{}を見直した。半年で{}件減った',
  '  - 例えば{}では、夜に{}が落ちても朝まで待つ',
  '- {}を使って{}を組み立て、{}に渡す',
  '- 質問: {}はだれが見る?',
  '  - {}のチームが週に一度ふり返る',
  '- {}を入れてよかったこと: 話が早くなった',
  '- 「{}は文化だ」という言葉が残った',
  '- {}側で直せるものは{}側で直す。両方で直さない',
  '- 次回までに{}の一覧を作って共有する',
  '- やってみて分かったが、{}より人のほうがむずかしい',
]

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function pick<T>(next: () => number, items: readonly T[]): T {
  return items[Math.floor(next() * items.length)] as T
}

const words = [...katakana, ...kanji, ...latin]

/** Terms without repetition: single words first, then compounds of two and three. */
export function makeTerms(count: number): string[] {
  const next = numbers(1)
  const terms = new Set(words)
  while (terms.size < count) {
    const kind = pick(next, [katakana, kanji])
    const parts =
      next() < 0.7
        ? [pick(next, kind), pick(next, kind)]
        : [pick(next, latin), pick(next, kind), pick(next, kanji)]
    terms.add(parts.join(''))
  }
  return [...terms].slice(0, count)
}

/** Notes of so many bytes of UTF-8 that use the words, and one term in so many words. */
export function makeNotes(bytes: number, terms: readonly string[]): string[] {
  const next = numbers(2)
  const lines: string[] = []
  for (let size = 0; size < bytes;) {
    const line = pick(next, templates).replaceAll('{}', () =>
      next() < 0.3 ? pick(next, terms) : pick(next, words),
    )
    lines.push(line)
    size += Buffer.byteLength(line) + 1
  }
  return lines
}
